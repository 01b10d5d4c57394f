package org.lvsdirector.ipvs;

import static org.lvsdirector.ipvs.IpvsConstants.IPVS_CMD_ATTR_DEST;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_ADDR;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_ADDR_FAMILY;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_FWD_METHOD;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_L_THRESH;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_PORT;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_TUN_FLAGS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_TUN_PORT;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_TUN_TYPE;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_U_THRESH;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_DEST_ATTR_WEIGHT;

import org.lvsdirector.netlink.AttributeWriter;

/** Writes the {@code DEST} nest: the key alone, or the whole real server. */
final class RealServerEncoder {
    private RealServerEncoder() {}

    static void writeKey(AttributeWriter out, RealServerKey key) {
        int nest = out.beginNested(IPVS_CMD_ATTR_DEST);
        writeIdentity(out, key);
        out.endNested(nest);
    }

    static void writeDefinition(AttributeWriter out, RealServer server) {
        int nest = out.beginNested(IPVS_CMD_ATTR_DEST);
        writeIdentity(out, server.key());
        out.u32(IPVS_DEST_ATTR_FWD_METHOD, server.method().number())
                .u32(IPVS_DEST_ATTR_WEIGHT, server.weight())
                .u32(IPVS_DEST_ATTR_U_THRESH, server.upperThreshold())
                .u32(IPVS_DEST_ATTR_L_THRESH, server.lowerThreshold());
        if (server.method() == ForwardingMethod.TUNNEL) {
            Tunnel tunnel = server.tunnel();
            out.u8(IPVS_DEST_ATTR_TUN_TYPE, tunnel.type().number())
                    .u16be(IPVS_DEST_ATTR_TUN_PORT, tunnel.port())
                    .u16(IPVS_DEST_ATTR_TUN_FLAGS, tunnel.checksum().number());
        }
        out.endNested(nest);
    }

    /** The family goes along always: without it the kernel takes the service's. Kernels before 3.18 pass it over. */
    private static void writeIdentity(AttributeWriter out, RealServerKey key) {
        out.paddedBytes(IPVS_DEST_ATTR_ADDR, key.address().getAddress(), AddressCodec.BYTES)
                .u16be(IPVS_DEST_ATTR_PORT, key.port())
                .u16(IPVS_DEST_ATTR_ADDR_FAMILY, key.family().number());
    }
}
