package org.lvsdirector.vrrp.linux;

import java.net.Inet4Address;
import java.nio.ByteBuffer;
import org.lvsdirector.netlink.route.HardwareAddress;

/**
 * The ARP request by which a new owner of an IPv4 address tells everyone on the Ethernet where it is now (RFC 5227, section 3; RFC 826).
 * Sender and target are the address itself, so that every neighbour that knows it updates its cache.
 */
final class GratuitousArp {
    /** Ethernet header and ARP packet; the driver pads the frame. */
    static final int LENGTH = 42;

    /** {@code ETH_P_ARP} of {@code linux/if_ether.h}. */
    static final int ETHER_TYPE = 0x0806;

    private static final short HARDWARE_ETHERNET = 1;
    private static final short PROTOCOL_IPV4 = 0x0800;
    private static final byte PROTOCOL_LENGTH = 4;
    private static final short OPERATION_REQUEST = 1;

    private GratuitousArp() {}

    /** Writes the whole frame at the buffer's position; the buffer is big-endian and has {@link #LENGTH} bytes left. */
    static void write(ByteBuffer frame, HardwareAddress sender, Inet4Address address) {
        byte[] hardware = sender.toBytes();
        byte[] protocol = address.getAddress();
        Ethernet.putHeader(frame, Ethernet.BROADCAST, hardware, ETHER_TYPE);
        frame.putShort(HARDWARE_ETHERNET); // ar_hrd
        frame.putShort(PROTOCOL_IPV4); // ar_pro
        frame.put((byte) Ethernet.ADDRESS_LENGTH); // ar_hln
        frame.put(PROTOCOL_LENGTH); // ar_pln
        frame.putShort(OPERATION_REQUEST); // ar_op
        frame.put(hardware); // sender hardware address
        frame.put(protocol); // sender protocol address
        frame.put(Ethernet.BROADCAST); // target hardware address: keepalived's choice; receivers ignore it in a request
        frame.put(protocol); // target protocol address
    }
}
