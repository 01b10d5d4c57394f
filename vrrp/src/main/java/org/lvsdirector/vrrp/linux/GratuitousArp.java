package org.lvsdirector.vrrp.linux;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import org.lvsdirector.netlink.route.HardwareAddress;

/**
 * The ARP request by which a new owner of an IPv4 address tells everyone on the Ethernet where it is now (RFC 5227, section 3; RFC 826).
 * Sender and target are the address itself, so that every neighbour that knows it updates its cache.
 */
final class GratuitousArp {
    private GratuitousArp() {}

    /** Writes the whole frame at the buffer's position. */
    static void write(ByteBuffer frame, HardwareAddress sender, Inet4Address address) {
        byte[] own = address.getAddress();
        // The broadcast address as target is keepalived's choice.
        Arp.putRequest(frame, sender, own, Ethernet.BROADCAST, own);
    }
}
