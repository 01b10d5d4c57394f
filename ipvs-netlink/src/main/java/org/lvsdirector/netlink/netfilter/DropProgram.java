package org.lvsdirector.netlink.netfilter;

import static org.lvsdirector.netlink.netfilter.NftConstants.*;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.NetlinkConstants;
import org.lvsdirector.netlink.NetlinkRequest;

/**
 * The messages that make one family's table from nothing, in the manner of keepalived's: a set of addresses, and in front of the usual
 * filter chains one for input and one for output that drop what goes to or comes from them.
 */
final class DropProgram {
    private static final String SET = "vips";

    /** One before the usual filters ({@code NF_IP_PRI_FILTER - 1}), as an unsigned number. */
    private static final long PRIORITY = 0xffff_ffffL;

    /** A list attribute holds 64 KiB; an IPv6 element takes 36 bytes. */
    private static final int ELEMENTS_PER_MESSAGE = 1000;

    /** For nft, which prints the set by it: {@code NFTNL_UDATA_SET_KEYBYTEORDER}, four bytes, big-endian. */
    private static final byte[] KEYS_ARE_BIG_ENDIAN = {0, 4, 2, 0, 0, 0};

    private static final int IPV6_NEXT_HEADER_OFFSET = 6;
    private static final int NEXT_HEADER_ICMPV6 = 58;
    private static final int ICMPV6_NEIGHBOR_SOLICITATION = 135;
    private static final int ICMPV6_NEIGHBOR_ADVERTISEMENT = 136;

    private final IpFamily family;
    private final String table;
    private final List<NetlinkRequest> requests = new ArrayList<>();

    private DropProgram(IpFamily family, String table) {
        this.family = family;
        this.table = table;
    }

    /** Replaces the table of this family, whether there was one or not, by one for those of the addresses that are of the family. */
    static List<NetlinkRequest> replacing(IpFamily family, String table, Collection<InetAddress> addresses) {
        List<InetAddress> own = addresses.stream().filter(family::has).toList();
        DropProgram program = new DropProgram(family, table);
        program.addTable(); // else the next would fail where there is none
        program.add(NFT_MSG_DELTABLE, 0, "delete table", out -> out.string(NFTA_TABLE_NAME, table));
        if (!own.isEmpty()) {
            program.addTable();
            program.addSet(own);
            program.addChain("in", NF_INET_LOCAL_IN, family.destinationOffset());
            program.addChain("out", NF_INET_LOCAL_OUT, family.sourceOffset());
        }
        return program.requests;
    }

    private void addTable() {
        add(NFT_MSG_NEWTABLE, NetlinkConstants.NLM_F_CREATE, "add table", out -> out.string(NFTA_TABLE_NAME, table));
    }

    private void addSet(List<InetAddress> addresses) {
        add(NFT_MSG_NEWSET, NetlinkConstants.NLM_F_CREATE, "add set " + SET, out -> out.string(NFTA_SET_TABLE, table)
                .string(NFTA_SET_NAME, SET)
                .u32be(NFTA_SET_KEY_TYPE, family.keyType())
                .u32be(NFTA_SET_KEY_LEN, family.addressLength())
                .u32be(NFTA_SET_ID, family.setId())
                .bytes(NFTA_SET_USERDATA, KEYS_ARE_BIG_ENDIAN));
        for (int first = 0; first < addresses.size(); first += ELEMENTS_PER_MESSAGE) {
            List<InetAddress> some = addresses.subList(first, Math.min(addresses.size(), first + ELEMENTS_PER_MESSAGE));
            add(NFT_MSG_NEWSETELEM, NetlinkConstants.NLM_F_CREATE, "fill set " + SET, out -> {
                out.string(NFTA_SET_ELEM_LIST_TABLE, table).string(NFTA_SET_ELEM_LIST_SET, SET);
                int list = out.beginNested(NFTA_SET_ELEM_LIST_ELEMENTS);
                some.forEach(address -> writeElement(out, address));
                out.endNested(list);
            });
        }
    }

    private static void writeElement(AttributeWriter out, InetAddress address) {
        int element = out.beginNested(NFTA_LIST_ELEM);
        int key = out.beginNested(NFTA_SET_ELEM_KEY);
        out.bytes(NFTA_DATA_VALUE, address.getAddress());
        out.endNested(key);
        out.endNested(element);
    }

    private void addChain(String chain, int hook, int addressOffset) {
        add(NFT_MSG_NEWCHAIN, NetlinkConstants.NLM_F_CREATE, "add chain " + chain, out -> {
            out.string(NFTA_CHAIN_TABLE, table).string(NFTA_CHAIN_NAME, chain);
            int nested = out.beginNested(NFTA_CHAIN_HOOK);
            out.u32be(NFTA_HOOK_HOOKNUM, hook).u32be(NFTA_HOOK_PRIORITY, PRIORITY);
            out.endNested(nested);
            out.u32be(NFTA_CHAIN_POLICY, NF_ACCEPT).string(NFTA_CHAIN_TYPE, "filter");
        });
        if (family == IpFamily.IPV6) {
            // Or nobody could find the address (RFC 9568, section 6.4.3).
            acceptIcmpv6(chain, ICMPV6_NEIGHBOR_SOLICITATION);
            acceptIcmpv6(chain, ICMPV6_NEIGHBOR_ADVERTISEMENT);
        }
        addRule(chain, rule -> rule.payload(NFT_PAYLOAD_NETWORK_HEADER, addressOffset, family.addressLength())
                .isIn(SET)
                .verdict(NF_DROP));
    }

    private void acceptIcmpv6(String chain, int icmpType) {
        addRule(chain, rule -> rule.payload(NFT_PAYLOAD_NETWORK_HEADER, IPV6_NEXT_HEADER_OFFSET, 1)
                .isByte(NEXT_HEADER_ICMPV6)
                .payload(NFT_PAYLOAD_TRANSPORT_HEADER, 0, 1)
                .isByte(icmpType)
                .verdict(NF_ACCEPT));
    }

    private void addRule(String chain, Consumer<RuleWriter> expressions) {
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
