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
import org.lvsdirector.netlink.ScriptedKernel.Sent;

/** Golden bytes: what nft 1.0.6 and keepalived 2.2.7 sent for the same rules (little-endian machines). */
class DropTableTest {
    private static final String TABLE = "11000100" + "6c76735f6469726563746f7200" + "000000"; // lvs_director
    private static final String IPV4 = "02000000"; // struct nfgenmsg
    private static final String NFTABLES = "0000000a"; // struct nfgenmsg: res_id 10

    private final ScriptedKernel kernel = ScriptedKernel.acknowledging();
    private final NftTranscript sent = new NftTranscript(kernel);
    private final DropTable table = new DropTable(new NetlinkConnection(kernel));

    @Test
    void oneTransactionPutsANewTableInTheOldOnesPlace() throws UnknownHostException {
        table.replace(List.of(InetAddress.getByName("192.168.1.100")));
        List<Sent> batch = sent.messages();
        assertEquals(
                List.of(
                        BEGIN,
                        NEW_TABLE,
                        DELETE_TABLE,
                        NEW_TABLE,
                        NEW_SET,
                        NEW_ELEMENTS,
                        NEW_CHAIN,
                        NEW_RULE,
                        NEW_CHAIN,
                        NEW_RULE,
                        NEW_TABLE,
                        DELETE_TABLE,
                        END),
                sent.types());
        assertEquals(NFTABLES, batch.get(0).payload());
        assertEquals(IPV4 + TABLE, batch.get(1).payload());
        assertEquals(IPV4 + TABLE, batch.get(2).payload());
        assertEquals(NFTABLES, batch.get(batch.size() - 1).payload());
    }

    @Test
    void theSetHoldsTheAddresses() throws UnknownHostException {
        table.replace(List.of(InetAddress.getByName("192.168.1.100")));
        assertEquals(
                IPV4 + TABLE
                        + "09000200" + "7669707300" + "000000" // NFTA_SET_NAME vips
                        + "08000400" + "00000007" // NFTA_SET_KEY_TYPE ipv4_addr
                        + "08000500" + "00000004" // NFTA_SET_KEY_LEN
                        + "08000a00" + "00000001" // NFTA_SET_ID
                        + "0a000d00" + "000402000000" + "0000", // NFTA_SET_USERDATA
                sent.payload(NEW_SET));
        assertEquals(
                IPV4 + TABLE
                        + "09000200" + "7669707300" + "000000" // NFTA_SET_ELEM_LIST_SET vips
                        + "14000380" + "10000180" + "0c000180" + "08000100" + "c0a80164", // one element, its key
                sent.payload(NEW_ELEMENTS));
    }

    @Test
    void aChainStandsInFrontOfTheUsualFilter() throws UnknownHostException {
        table.replace(List.of(InetAddress.getByName("192.168.1.100")));
        assertEquals(
                IPV4 + TABLE
                        + "07000300" + "696e00" + "00" // NFTA_CHAIN_NAME in
                        + "14000480" + "08000100" + "00000001" + "08000200" + "ffffffff" // hook LOCAL_IN, priority -1
                        + "08000500" + "00000001" // NFTA_CHAIN_POLICY accept
                        + "0b000700" + "66696c74657200" + "00", // NFTA_CHAIN_TYPE filter
                sent.payload(NEW_CHAIN));
    }

    @Test
    void itsRuleDropsWhatGoesToTheSet() throws UnknownHostException {
        table.replace(List.of(InetAddress.getByName("192.168.1.100")));
        assertEquals(
                IPV4 + TABLE
                        + "07000200" + "696e00" + "00" // NFTA_RULE_CHAIN in
                        + "90000480" // NFTA_RULE_EXPRESSIONS
                        + "34000180" + "0c000100" + "7061796c6f616400" // payload
                        + "24000280" + "0800010000000001" + "0800020000000001" + "0800030000000010" + "0800040000000004"
                        + "28000180" + "0b000100" + "6c6f6f6b757000" + "00" // lookup
                        + "18000280" + "0800020000000001" + "09000100" + "7669707300" + "000000"
                        + "30000180" + "0e000100" + "696d6d65646961746500" + "0000" // immediate
                        + "1c000280" + "0800010000000000" + "10000280" + "0c000280" + "0800010000000000",
                sent.payload(NEW_RULE));
    }

    @Test
    void withoutAddressesOnlyTheTablesGo() {
        table.replace(List.of());
        assertEquals(List.of(BEGIN, NEW_TABLE, DELETE_TABLE, NEW_TABLE, DELETE_TABLE, END), sent.types());
    }

    @Test
    void neighbourDiscoveryPassesInBothDirections() throws UnknownHostException {
        table.replace(List.of(InetAddress.getByName("2001:db8::100")));
        long rules = sent.count(NEW_RULE);
        assertEquals(6, rules, "two that accept and one that drops, for each chain");
    }

    @Test
    void manyAddressesAreSplit() throws UnknownHostException {
        List<InetAddress> many = new ArrayList<>();
        for (int i = 0; i < 2_001; i++) {
            many.add(InetAddress.getByAddress(new byte[] {10, 0, (byte) (i >>> 8), (byte) i}));
        }
        table.replace(many);
        long parts = sent.count(NEW_ELEMENTS);
        assertEquals(3, parts);
    }

    @Test
    void aKernelWithoutNfTablesIsNamedAsTheReason() {
        DropTable refused = new DropTable(new NetlinkConnection(new ScriptedKernel(
                requests -> List.of(Replies.error(requests.get(0).sequence(), Errno.EOPNOTSUPP)))));
        NetlinkException failure = assertThrows(NetlinkException.class, () -> refused.replace(List.of()));
        assertEquals(Errno.EOPNOTSUPP, failure.errno());
        assertEquals("change nf_tables: EOPNOTSUPP (Operation not supported)", failure.getMessage());
    }

    @Test
    void aRefusedPartIsNamed() {
        DropTable refused = new DropTable(new NetlinkConnection(new ScriptedKernel(
                requests -> List.of(Replies.error(requests.get(2).sequence(), Errno.EBUSY)))));
        NetlinkException failure = assertThrows(NetlinkException.class, () -> refused.replace(List.of()));
        assertEquals("delete table (ip lvs_director): EBUSY (Device or resource busy)", failure.getMessage());
    }
}
