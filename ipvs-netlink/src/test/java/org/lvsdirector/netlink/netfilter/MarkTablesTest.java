package org.lvsdirector.netlink.netfilter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lvsdirector.netlink.netfilter.NftTranscript.BEGIN;
import static org.lvsdirector.netlink.netfilter.NftTranscript.DELETE_TABLE;
import static org.lvsdirector.netlink.netfilter.NftTranscript.END;
import static org.lvsdirector.netlink.netfilter.NftTranscript.NEW_CHAIN;
import static org.lvsdirector.netlink.netfilter.NftTranscript.NEW_ELEMENTS;
import static org.lvsdirector.netlink.netfilter.NftTranscript.NEW_RULE;
import static org.lvsdirector.netlink.netfilter.NftTranscript.NEW_SET;
import static org.lvsdirector.netlink.netfilter.NftTranscript.NEW_TABLE;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.Replies;
import org.lvsdirector.netlink.ScriptedKernel;

/** The bytes of the maps from addresses and ports to marks (little-endian machines). */
class MarkTablesTest {
    private static final int TCP = 6;
    private static final int UDP = 17;

    private static final String IPV4 = "02000000"; // struct nfgenmsg
    private static final String IPV6 = "0a000000";
    private static final String TABLE = "06000100" + "7600" + "0000"; // NFTA_*_TABLE v

    private final ScriptedKernel kernel = ScriptedKernel.acknowledging();
    private final NftTranscript sent = new NftTranscript(kernel);

    private void replace(PacketMark... marks) {
        KernelMarkTables.replace(new NetlinkConnection(kernel), "v", -1, List.of(marks));
    }

    @Test
    void oneTransactionPutsANewTableInTheOldOnesPlace() {
        replace(mark("192.168.1.100", TCP, 80, 1000), mark("192.168.1.100", UDP, 53, 1001));
        assertEquals(
                List.of(
                        BEGIN,
                        NEW_TABLE,
                        DELETE_TABLE,
                        NEW_TABLE,
                        NEW_CHAIN,
                        NEW_SET,
                        NEW_ELEMENTS,
                        NEW_RULE,
                        NEW_SET,
                        NEW_ELEMENTS,
                        NEW_RULE,
                        NEW_TABLE,
                        DELETE_TABLE,
                        END),
                sent.types());
    }

    @Test
    void aMapLeadsFromAddressAndPortToTheMark() {
        replace(mark("192.168.1.100", TCP, 80, 1000));
        String name = "0c000200" + "7463705f6d617000"; // NFTA_SET_NAME tcp_map
        assertEquals(
                IPV4 + TABLE + name
                        + "08000300" + "00000008" // NFTA_SET_FLAGS NFT_SET_MAP
                        + "08000400" + "000001cd" // NFTA_SET_KEY_TYPE ipv4_addr . inet_service
                        + "08000500" + "00000008" // NFTA_SET_KEY_LEN
                        + "08000600" + "00000013" // NFTA_SET_DATA_TYPE mark
                        + "08000700" + "00000004" // NFTA_SET_DATA_LEN
                        + "08000a00" + "00000015" // NFTA_SET_ID
                        + "10000d00" + "000402000000" + "010401000000", // NFTA_SET_USERDATA
                sent.payload(NEW_SET));
        assertEquals(
                IPV4 + TABLE + name
                        + "24000380" + "20000180" // one element
                        + "10000180" + "0c000100" + "c0a80164" + "0050" + "0000" // its key
                        + "0c000280" + "08000100" + "e8030000", // its mark, 1000
                sent.payload(NEW_ELEMENTS));
    }

    @Test
    void theRuleOfAMapSetsTheMarkAndLetsThePacketGoOn() {
        replace(mark("192.168.1.100", TCP, 80, 1000));
        assertEquals(
                IPV4 + TABLE
                        + "07000200" + "696e00" + "00" // NFTA_RULE_CHAIN in
                        + "24010480" // NFTA_RULE_EXPRESSIONS
                        + "24000180" + "09000100" + "6d65746100" + "000000" // meta
                        + "14000280" + "0800010000000001" + "0800020000000010" // l4proto to register 1
                        + "2c000180" + "08000100" + "636d7000" // cmp
                        + "20000280" + "0800010000000001" + "0800020000000000" + "0c000380" + "05000100" + "06000000"
                        + "34000180" + "0c000100" + "7061796c6f616400" // payload: the destination address
                        + "24000280" + "0800010000000001" + "0800020000000001" + "0800030000000010" + "0800040000000004"
                        + "34000180" + "0c000100" + "7061796c6f616400" // payload: the port, four bytes behind it
                        + "24000280" + "0800010000000009" + "0800020000000002" + "0800030000000002" + "0800040000000002"
                        + "30000180" + "0b000100" + "6c6f6f6b757000" + "00" // lookup
                        + "20000280" + "0800020000000001" + "0800030000000001" + "0c000100" + "7463705f6d617000"
                        + "24000180" + "09000100" + "6d65746100" + "000000" // meta: the mark from register 1
                        + "14000280" + "0800020000000003" + "0800030000000001"
                        + "14000180" + "0c000100" + "636f756e74657200" + "04000280", // counter
                sent.payload(NEW_RULE));
    }

    @Test
    void thePortOfIpv6StandsInTheSecondRegister() {
        replace(mark("2001:db8::100", UDP, 53, 0xFFFF_FFFFL));
        assertEquals(
                List.of(
                        BEGIN,
                        NEW_TABLE,
                        DELETE_TABLE,
                        NEW_TABLE,
                        DELETE_TABLE,
                        NEW_TABLE,
                        NEW_CHAIN,
                        NEW_SET,
                        NEW_ELEMENTS,
                        NEW_RULE,
                        END),
                sent.types());
        assertEquals(
                IPV6 + TABLE
                        + "0c000200" + "7564705f6d617000" // NFTA_SET_NAME udp_map
                        + "30000380" + "2c000180"
                        + "1c000180" + "18000100" + "20010db8000000000000000000000100" + "0035" + "0000"
                        + "0c000280" + "08000100" + "ffffffff",
                sent.payload(NEW_ELEMENTS));
        assertEquals(1, sent.payload(NEW_RULE).split("0800010000000002" + "0800020000000002", -1).length - 1);
    }

    @Test
    void manyAddressesAreSplit() throws UnknownHostException {
        List<PacketMark> many = new ArrayList<>();
        for (int i = 0; i < 2_001; i++) {
            many.add(new PacketMark(
                    InetAddress.getByAddress(new byte[] {10, 0, (byte) (i >>> 8), (byte) i}), TCP, 80, 1000));
        }
        replace(many.toArray(PacketMark[]::new));
        assertEquals(3, sent.count(NEW_ELEMENTS));
    }

    @Test
    void withoutMarksOnlyTheTablesGo() {
        replace();
        assertEquals(List.of(BEGIN, NEW_TABLE, DELETE_TABLE, NEW_TABLE, DELETE_TABLE, END), sent.types());
    }

    @Test
    void aKernelWithoutNfTablesIsNamedAsTheReason() {
        NetlinkConnection refusing = new NetlinkConnection(new ScriptedKernel(
                requests -> List.of(Replies.error(requests.get(0).sequence(), Errno.EOPNOTSUPP))));
        NetlinkException failure =
                assertThrows(NetlinkException.class, () -> KernelMarkTables.replace(refusing, "v", -1, List.of()));
        assertEquals("change nf_tables: EOPNOTSUPP (Operation not supported)", failure.getMessage());
    }

    private static PacketMark mark(String address, int protocol, int port, long mark) {
        try {
            return new PacketMark(InetAddress.getByName(address), protocol, port, mark);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
