package org.lvsdirector.netlink.netfilter;

import static org.lvsdirector.netlink.netfilter.NftConstants.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.NetlinkConstants;
import org.lvsdirector.netlink.NetlinkRequest;

/** The messages that make one family's table, in the order in which they are sent. */
final class TableProgram {
    /** A list attribute holds 64 KiB; an IPv6 element takes 36 bytes, 44 with a mark. */
    private static final int ELEMENTS_PER_MESSAGE = 1000;

    /** nft's own number of the type {@code mark}; the kernel only stores it. */
    private static final int KEY_TYPE_MARK = 19;

    private final IpFamily family;
    private final DropStyle style;
    private final String table;
    private final List<NetlinkRequest> requests = new ArrayList<>();

    TableProgram(IpFamily family, DropStyle style) {
        this.family = family;
        this.style = style;
        this.table = style.table();
    }

    DropStyle style() {
        return style;
    }

    IpFamily family() {
        return family;
    }

    List<NetlinkRequest> requests() {
        return requests;
    }

    /** Makes the table unless it is there. */
    void addTable() {
        add(NFT_MSG_NEWTABLE, NetlinkConstants.NLM_F_CREATE, "add table", out -> out.string(NFTA_TABLE_NAME, table));
    }

    /** Removes the table, whether it was there or not. */
    void deleteTable() {
        addTable(); // else the next would fail where there is none
        add(NFT_MSG_DELTABLE, 0, "delete table", out -> out.string(NFTA_TABLE_NAME, table));
    }

    /**
     * Makes a set and fills it.
     *
     * @param id its number within the transaction
     * @param userData for nft, which prints the set by it
     */
    void addSet(String set, int keyType, int keyLength, int id, byte[] userData, List<byte[]> elements) {
        add(NFT_MSG_NEWSET, NetlinkConstants.NLM_F_CREATE, "add set " + set, out -> out.string(NFTA_SET_TABLE, table)
                .string(NFTA_SET_NAME, set)
                .u32be(NFTA_SET_KEY_TYPE, keyType)
                .u32be(NFTA_SET_KEY_LEN, keyLength)
                .u32be(NFTA_SET_ID, id)
                .bytes(NFTA_SET_USERDATA, userData));
        fill(set, elements, (out, element) -> writeValue(out, NFTA_SET_ELEM_KEY, element));
    }

    /**
     * Makes a map from keys to firewall marks and fills it.
     *
     * @param id its number within the transaction
     * @param userData for nft, which prints the map by it
     */
    void addMarkMap(
            String map,
            int keyType,
            int keyLength,
            int id,
            byte[] userData,
            List<PacketMark> marks,
            Function<PacketMark, byte[]> key,
            Function<PacketMark, byte[]> value) {
        add(NFT_MSG_NEWSET, NetlinkConstants.NLM_F_CREATE, "add map " + map, out -> out.string(NFTA_SET_TABLE, table)
                .string(NFTA_SET_NAME, map)
                .u32be(NFTA_SET_FLAGS, NFT_SET_MAP)
                .u32be(NFTA_SET_KEY_TYPE, keyType)
                .u32be(NFTA_SET_KEY_LEN, keyLength)
                .u32be(NFTA_SET_DATA_TYPE, KEY_TYPE_MARK)
                .u32be(NFTA_SET_DATA_LEN, Integer.BYTES)
                .u32be(NFTA_SET_ID, id)
                .bytes(NFTA_SET_USERDATA, userData));
        fill(map, marks, (out, mark) -> {
            writeValue(out, NFTA_SET_ELEM_KEY, key.apply(mark));
            writeValue(out, NFTA_SET_ELEM_DATA, value.apply(mark));
        });
    }

    private <E> void fill(String set, List<E> elements, BiConsumer<AttributeWriter, E> writer) {
        for (int first = 0; first < elements.size(); first += ELEMENTS_PER_MESSAGE) {
            List<E> some = elements.subList(first, Math.min(elements.size(), first + ELEMENTS_PER_MESSAGE));
            add(NFT_MSG_NEWSETELEM, NetlinkConstants.NLM_F_CREATE, "fill set " + set, out -> {
                out.string(NFTA_SET_ELEM_LIST_TABLE, table).string(NFTA_SET_ELEM_LIST_SET, set);
                int list = out.beginNested(NFTA_SET_ELEM_LIST_ELEMENTS);
                for (E one : some) {
                    int element = out.beginNested(NFTA_LIST_ELEM);
                    writer.accept(out, one);
                    out.endNested(element);
                }
                out.endNested(list);
            });
        }
    }

    private static void writeValue(AttributeWriter out, int attribute, byte[] value) {
        int nested = out.beginNested(attribute);
        out.bytes(NFTA_DATA_VALUE, value);
        out.endNested(nested);
    }

    /** Makes a chain in front of the usual filter that accepts what its rules do not drop. */
    void addChain(String chain, int hook) {
        add(NFT_MSG_NEWCHAIN, NetlinkConstants.NLM_F_CREATE, "add chain " + chain, out -> {
            out.string(NFTA_CHAIN_TABLE, table).string(NFTA_CHAIN_NAME, chain);
            int nested = out.beginNested(NFTA_CHAIN_HOOK);
            out.u32be(NFTA_HOOK_HOOKNUM, hook).u32be(NFTA_HOOK_PRIORITY, Integer.toUnsignedLong(style.priority()));
            out.endNested(nested);
            out.u32be(NFTA_CHAIN_POLICY, NF_ACCEPT).string(NFTA_CHAIN_TYPE, "filter");
        });
    }

    void addRule(String chain, Consumer<RuleWriter> expressions) {
        int flags = NetlinkConstants.NLM_F_CREATE | NetlinkConstants.NLM_F_APPEND;
        add(NFT_MSG_NEWRULE, flags, "add a rule to chain " + chain, out -> {
            out.string(NFTA_RULE_TABLE, table).string(NFTA_RULE_CHAIN, chain);
            expressions.accept(new RuleWriter(out));
        });
    }

    private void add(int message, int flags, String what, Consumer<AttributeWriter> body) {
        requests.add(
                NftRequest.of(message, flags, family.nfproto(), what + " (" + family.word() + " " + table + ")", body));
    }
}
