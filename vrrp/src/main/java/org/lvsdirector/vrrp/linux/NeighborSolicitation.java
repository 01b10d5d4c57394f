package org.lvsdirector.vrrp.linux;

import java.nio.ByteBuffer;
import org.lvsdirector.netlink.route.HardwareAddress;

/** Who has this IPv6 address (RFC 4861, section 4.3)? Asked from no address (RFC 4862, section 5.4.2), so that all nodes are answered. */
final class NeighborSolicitation {
    static final byte TYPE_ADVERTISEMENT = (byte) 136;
    /** Of the target in an advertisement. */
    static final int TARGET = 8;

    static final int OPTIONS = 24;
    static final byte OPTION_TARGET_LINK_LAYER_ADDRESS = 2;
    static final int OPTION_UNIT = 8;

    private static final byte TYPE_SOLICITATION = (byte) 135;
    private static final int IP_VERSION_6 = 0x6000_0000;
    private static final byte NEXT_HEADER_ICMPV6 = 58;
    private static final byte HOP_LIMIT = (byte) 255;
    private static final int ICMP_START = Ethernet.HEADER_LENGTH + 40;
    private static final int PSEUDO_HEADER_START = Ethernet.HEADER_LENGTH + 8;
    private static final int GROUP_SUFFIX = 13;
    private static final short LENGTH = 24;
    private static final byte[] NO_ADDRESS = new byte[16];

    private NeighborSolicitation() {}

    /**
     * Writes the whole frame from the start of a cleared buffer.
     *
     * @param target sixteen bytes
     */
    static void write(ByteBuffer frame, HardwareAddress sender, byte[] target) {
        byte[] hardware = sender.toBytes();
        byte[] toHardware = {0x33, 0x33, (byte) 0xff, target[GROUP_SUFFIX], target[14], target[15]};
        byte[] group = {
            (byte) 0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, (byte) 0xff, target[GROUP_SUFFIX], target[14], target[15]
        };
        Ethernet.putHeader(frame, toHardware, hardware, UnsolicitedNeighborAdvertisement.ETHER_TYPE);
        frame.putInt(IP_VERSION_6); // version, traffic class, flow label
        frame.putShort(LENGTH); // payload length
        frame.put(NEXT_HEADER_ICMPV6).put(HOP_LIMIT);
        frame.put(NO_ADDRESS).put(group);
        frame.put(TYPE_SOLICITATION).put((byte) 0); // type, code
        frame.putShort((short) 0); // checksum, filled in below
        frame.putInt(0); // reserved
        frame.put(target);
        frame.putShort(ICMP_START + 2, checksum(frame));
    }

    /** RFC 4443, section 2.3. */
    private static short checksum(ByteBuffer frame) {
        int sum = LENGTH + NEXT_HEADER_ICMPV6;
        for (int at = PSEUDO_HEADER_START; at < ICMP_START + LENGTH; at += Short.BYTES) {
            sum += Short.toUnsignedInt(frame.getShort(at));
        }
        int folded = (sum & 0xffff) + (sum >>> 16);
        folded = (folded & 0xffff) + (folded >>> 16);
        return (short) ~folded;
    }
}
