package org.lvsdirector.vrrp.linux;

import java.net.Inet6Address;
import java.nio.ByteBuffer;
import org.lvsdirector.netlink.route.HardwareAddress;

/**
 * The neighbor advertisement by which a new owner of an IPv6 address tells all nodes on the Ethernet where it is now (RFC 4861, section
 * 7.2.6), with the override flag set so that they replace what they knew.
 */
final class UnsolicitedNeighborAdvertisement {
    /** Ethernet header, IPv6 header, advertisement, one option. */
    static final int LENGTH = 86;

    /** {@code ETH_P_IPV6} of {@code linux/if_ether.h}. */
    static final int ETHER_TYPE = 0x86dd;

    private static final byte[] ALL_NODES_HARDWARE = {0x33, 0x33, 0, 0, 0, 1};
    private static final byte[] ALL_NODES = {(byte) 0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private static final int IP_VERSION_6 = 0x6000_0000;
    private static final short ICMP_LENGTH = 32;
    private static final byte NEXT_HEADER_ICMPV6 = 58;
    /** RFC 4861, section 7.1.2: anything less has crossed a router and is dropped. */
    private static final byte HOP_LIMIT = (byte) 255;

    private static final int PSEUDO_HEADER_START = Ethernet.HEADER_LENGTH + 8;
    private static final int ICMP_START = Ethernet.HEADER_LENGTH + 40;
    private static final int CHECKSUM_AT = ICMP_START + 2;

    private static final byte TYPE_NEIGHBOR_ADVERTISEMENT = (byte) 136;
    private static final int FLAG_ROUTER = 0x8000_0000;
    private static final int FLAG_OVERRIDE = 0x2000_0000;
    private static final byte OPTION_TARGET_LINK_LAYER_ADDRESS = 2;
    private static final byte OPTION_LENGTH_IN_EIGHT_BYTES = 1;

    private UnsolicitedNeighborAdvertisement() {}

    /**
     * Writes the whole frame from the buffer's start; the buffer is big-endian and has at least {@link #LENGTH} bytes.
     *
     * @param router whether this interface forwards packets, so that neighbours keep it as a default router
     */
    static void write(ByteBuffer frame, HardwareAddress sender, Inet6Address address, boolean router) {
        byte[] hardware = sender.toBytes();
        byte[] target = address.getAddress();
        frame.clear();
        Ethernet.putHeader(frame, ALL_NODES_HARDWARE, hardware, ETHER_TYPE);
        frame.putInt(IP_VERSION_6); // version, traffic class, flow label
        frame.putShort(ICMP_LENGTH); // payload length
        frame.put(NEXT_HEADER_ICMPV6); // next header
        frame.put(HOP_LIMIT); // hop limit
        frame.put(target); // source address: the announced one, as keepalived does
        frame.put(ALL_NODES); // destination address
        frame.put(TYPE_NEIGHBOR_ADVERTISEMENT); // type
        frame.put((byte) 0); // code
        frame.putShort((short) 0); // checksum, filled in below
        frame.putInt(router ? FLAG_ROUTER | FLAG_OVERRIDE : FLAG_OVERRIDE); // R, S, O, reserved
        frame.put(target); // target address
        frame.put(OPTION_TARGET_LINK_LAYER_ADDRESS); // option type
        frame.put(OPTION_LENGTH_IN_EIGHT_BYTES); // option length
        frame.put(hardware); // link-layer address
        frame.putShort(CHECKSUM_AT, checksum(frame));
    }

    /** RFC 4443, section 2.3: over the two addresses, length and next header, and the ICMPv6 message. */
    private static short checksum(ByteBuffer frame) {
        int sum = ICMP_LENGTH + NEXT_HEADER_ICMPV6;
        for (int at = PSEUDO_HEADER_START; at < LENGTH; at += Short.BYTES) {
            sum += Short.toUnsignedInt(frame.getShort(at));
        }
        int folded = (sum & 0xffff) + (sum >>> 16);
        folded = (folded & 0xffff) + (folded >>> 16);
        return (short) ~folded;
    }
}
