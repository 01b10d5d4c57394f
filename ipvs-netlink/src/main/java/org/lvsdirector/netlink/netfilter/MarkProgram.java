package org.lvsdirector.netlink.netfilter;

import static org.lvsdirector.netlink.netfilter.NftConstants.NFT_META_L4PROTO;
import static org.lvsdirector.netlink.netfilter.NftConstants.NFT_PAYLOAD_NETWORK_HEADER;
import static org.lvsdirector.netlink.netfilter.NftConstants.NFT_PAYLOAD_TRANSPORT_HEADER;
import static org.lvsdirector.netlink.netfilter.NftConstants.NFT_REG32_01;
import static org.lvsdirector.netlink.netfilter.NftConstants.NFT_REG_2;
import static org.lvsdirector.netlink.netfilter.NftConstants.NF_INET_LOCAL_IN;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;

/**
 * In the manner of keepalived: a map for each protocol from address and port to a mark, and a rule for each in a chain for input, where
 * IPVS comes later.
 */
final class MarkProgram {
    private static final String CHAIN = "in";

    /** nft's own number of a port's type, and how many bits it has for each part of a compound type. */
    private static final int KEY_TYPE_PORT = 13;

    private static final int BITS_OF_TYPE = 6;

    /** {@code NFTNL_UDATA_SET_KEYBYTEORDER}, four bytes, big-endian; {@code NFTNL_UDATA_SET_DATABYTEORDER}, four bytes, the host's order. */
    private static final byte[] KEYS_ARE_BIG_ENDIAN_MARKS_ARE_NOT = {0, 4, 2, 0, 0, 0, 1, 4, 1, 0, 0, 0};

    private static final int DESTINATION_PORT_OFFSET = 2;

    private enum Transport {
        TCP("tcp_map", 6, 20),
        UDP("udp_map", 17, 30),
        SCTP("sctp_map", 132, 40);

        private final String map;
        private final int number;
        private final int setIdOffset;

        Transport(String map, int number, int setIdOffset) {
            this.map = map;
            this.number = number;
            this.setIdOffset = setIdOffset;
        }
    }

    private MarkProgram() {}

    /** Adds what gives those marks that are of the table's family. */
    static void addTo(TableProgram program, Collection<PacketMark> marks) {
        program.addChain(CHAIN, NF_INET_LOCAL_IN);
        for (Transport transport : Transport.values()) {
            List<PacketMark> own = marks.stream()
                    .filter(mark -> program.family().has(mark.destination()) && mark.protocol() == transport.number)
                    .toList();
            if (!own.isEmpty()) {
                addMap(program, transport, own);
            }
        }
    }

    private static void addMap(TableProgram program, Transport transport, List<PacketMark> marks) {
        IpFamily family = program.family();
        program.addMarkMap(
                transport.map,
                family.keyType() << BITS_OF_TYPE | KEY_TYPE_PORT,
                family.addressLength() + Integer.BYTES,
                family.setId() + transport.setIdOffset,
                KEYS_ARE_BIG_ENDIAN_MARKS_ARE_NOT,
                marks,
                MarkProgram::key,
                MarkProgram::value);
        program.addRule(CHAIN, rule -> rule.meta(NFT_META_L4PROTO)
                .isByte(transport.number)
                .payload(NFT_PAYLOAD_NETWORK_HEADER, family.destinationOffset(), family.addressLength())
                .payload(
                        family == IpFamily.IPV4 ? NFT_REG32_01 : NFT_REG_2, // right behind the address
                        NFT_PAYLOAD_TRANSPORT_HEADER,
                        DESTINATION_PORT_OFFSET,
                        Short.BYTES)
                .mapped(transport.map)
                .marked()
                .counted(program.style().counted())
                .end());
    }

    /** The address, then the port, filled up to four bytes. */
    private static byte[] key(PacketMark mark) {
        byte[] address = mark.destination().getAddress();
        return ByteBuffer.allocate(address.length + Integer.BYTES)
                .put(address)
                .putShort((short) mark.port())
                .array();
    }

    private static byte[] value(PacketMark mark) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt((int) mark.mark())
                .array();
    }
}
