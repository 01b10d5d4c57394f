package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Advertisement to bytes, from the version field to the authentication data; the checksum is left 0 for {@link AdvertisementTemplate}. */
final class AdvertisementEncoder {
    private AdvertisementEncoder() {}

    static byte[] encode(Advertisement advertisement, Family family) {
        VrrpVersion version = advertisement.version();
        int count = advertisement.addresses().size();
        ByteBuffer out = ByteBuffer.allocate(WireFormat.messageLength(version, family, count));
        out.put((byte) (version.number() << 4 | WireFormat.TYPE_ADVERTISEMENT));
        out.put((byte) advertisement.vrid());
        out.put((byte) advertisement.priority());
        out.put((byte) count);
        if (version == VrrpVersion.V2) {
            out.put((byte) advertisement.authentication().type().code());
            out.put((byte) (advertisement.intervalCentis() / WireFormat.CENTIS_PER_SECOND));
        } else {
            out.putShort((short) (advertisement.intervalCentis() & WireFormat.V3_INTERVAL_MASK));
        }
        out.putShort((short) 0); // checksum
        for (InetAddress address : advertisement.addresses()) {
            out.put(address.getAddress());
        }
        if (WireFormat.authLength(version, family) > 0) {
            out.putLong(advertisement.authentication().data());
        }
        return out.array();
    }
}
