package org.lvsdirector.vrrp.linux;

import java.nio.ByteBuffer;
import org.lvsdirector.netlink.route.HardwareAddress;

/** ARP for IPv4 over Ethernet, the Ethernet header included (RFC 826). */
final class Arp {
    /** Of a whole frame; the driver pads it. */
    static final int LENGTH = 42;

    /** {@code ETH_P_ARP} of {@code linux/if_ether.h}. */
    static final int ETHER_TYPE = 0x0806;

    /** Where a frame has its sender. */
    static final int SENDER_HARDWARE = 22;

    static final int SENDER_ADDRESS = 28;

    private static final int ETHER_TYPE_AT = 12;
    private static final short HARDWARE_ETHERNET = 1;
    private static final short PROTOCOL_IPV4 = 0x0800;
    private static final byte PROTOCOL_LENGTH = 4;
    private static final short OPERATION_REQUEST = 1;

    private Arp() {}

    /**
     * Writes a request to everyone, a whole frame at the buffer's position; the buffer is big-endian and has {@link #LENGTH} bytes left.
     *
     * @param address the sender's, four bytes like {@code target}
     * @param targetHardware six bytes that a receiver of a request ignores
     */
    static void putRequest(
            ByteBuffer frame, HardwareAddress sender, byte[] address, byte[] targetHardware, byte[] target) {
        byte[] hardware = sender.toBytes();
        Ethernet.putHeader(frame, Ethernet.BROADCAST, hardware, ETHER_TYPE);
        frame.putShort(HARDWARE_ETHERNET); // ar_hrd
        frame.putShort(PROTOCOL_IPV4); // ar_pro
        frame.put((byte) Ethernet.ADDRESS_LENGTH); // ar_hln
        frame.put(PROTOCOL_LENGTH); // ar_pln
        frame.putShort(OPERATION_REQUEST); // ar_op
        frame.put(hardware); // sender hardware address
        frame.put(address); // sender protocol address
        frame.put(targetHardware); // target hardware address
        frame.put(target); // target protocol address
    }

    /** Whether a frame is an ARP packet for IPv4 over Ethernet, of any kind. */
    static boolean isIn(ByteBuffer frame) {
        return frame.remaining() >= LENGTH
                && frame.getShort(ETHER_TYPE_AT) == ETHER_TYPE
                && frame.getShort(ETHER_TYPE_AT + 2) == HARDWARE_ETHERNET
                && frame.getShort(ETHER_TYPE_AT + 4) == PROTOCOL_IPV4;
    }
}
