package org.lvsdirector.vrrp.linux;

import java.nio.ByteBuffer;
import org.lvsdirector.netlink.route.HardwareAddress;

/** The ARP request of a host that has no address, which therefore changes nobody's cache (RFC 5227, section 2.1.1). */
final class ArpProbe {
    private static final byte[] NO_ADDRESS = new byte[4];
    private static final byte[] UNKNOWN_HARDWARE = new byte[Ethernet.ADDRESS_LENGTH];

    private ArpProbe() {}

    /** Writes the whole frame at the buffer's position; the target has four bytes. */
    static void write(ByteBuffer frame, HardwareAddress sender, byte[] target) {
        Arp.putRequest(frame, sender, NO_ADDRESS, UNKNOWN_HARDWARE, target);
    }
}
