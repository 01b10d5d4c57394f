package org.lvsdirector.vrrp.linux;

import java.nio.ByteBuffer;
import org.lvsdirector.netlink.route.HardwareAddress;

/** The ARP request of a host that has no address, which therefore changes nobody's cache (RFC 5227, section 2.1.1). */
final class ArpProbe {
    static final int SENDER_HARDWARE = 22;
    static final int SENDER_ADDRESS = 28;

    private static final int ETHER_TYPE_AT = 12;
    private static final short HARDWARE_ETHERNET = 1;
    private static final short PROTOCOL_IPV4 = 0x0800;
    private static final byte PROTOCOL_LENGTH = 4;
    private static final short OPERATION_REQUEST = 1;
    private static final byte[] UNKNOWN_HARDWARE = new byte[Ethernet.ADDRESS_LENGTH];

    private static final byte[] NO_ADDRESS = new byte[PROTOCOL_LENGTH];

    private ArpProbe() {}

    /** Writes the whole frame at the buffer's position; the target has four bytes. */
    static void write(ByteBuffer frame, HardwareAddress sender, byte[] target) {
        byte[] hardware = sender.toBytes();
        Ethernet.putHeader(frame, Ethernet.BROADCAST, hardware, GratuitousArp.ETHER_TYPE);
        frame.putShort(HARDWARE_ETHERNET); // ar_hrd
        frame.putShort(PROTOCOL_IPV4); // ar_pro
        frame.put((byte) Ethernet.ADDRESS_LENGTH); // ar_hln
        frame.put(PROTOCOL_LENGTH); // ar_pln
        frame.putShort(OPERATION_REQUEST); // ar_op
        frame.put(hardware); // sender hardware address
        frame.put(NO_ADDRESS); // sender protocol address
        frame.put(UNKNOWN_HARDWARE); // target hardware address
        frame.put(target); // target protocol address
    }

    /** Whether a frame is an ARP packet for IPv4 over Ethernet, of any kind: its sender is what counts. */
    static boolean isArp(ByteBuffer frame) {
        return frame.remaining() >= GratuitousArp.LENGTH
                && frame.getShort(ETHER_TYPE_AT) == GratuitousArp.ETHER_TYPE
                && frame.getShort(ETHER_TYPE_AT + 2) == HARDWARE_ETHERNET
                && frame.getShort(ETHER_TYPE_AT + 4) == PROTOCOL_IPV4;
    }
}
