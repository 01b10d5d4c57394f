package org.lvsdirector.netlink.netfilter;

import static org.lvsdirector.netlink.netfilter.NftConstants.NFT_META_L4PROTO;
import static org.lvsdirector.netlink.netfilter.NftConstants.NFT_META_OIFNAME;
import static org.lvsdirector.netlink.netfilter.NftConstants.NFT_PAYLOAD_TRANSPORT_HEADER;
import static org.lvsdirector.netlink.netfilter.NftConstants.NF_DROP;
import static org.lvsdirector.netlink.netfilter.NftConstants.NF_INET_LOCAL_OUT;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A chain that keeps interfaces quiet about their groups: a set of their names, and rules that drop what the kernel sends from them by
 * itself (IGMP; over IPv6 multicast listener messages and router solicitations). A link under a virtual router's MAC must not send before it
 * is MASTER, or switches would look for that MAC behind it.
 */
final class QuietProgram {
    private static final String SET = "quiet";
    private static final String CHAIN = "reports";

    /** {@code IFNAMSIZ}. */
    private static final int NAME_LENGTH = 16;

    /** nft's own number of the type {@code ifname}; the kernel only stores it. */
    private static final int KEY_TYPE_IFNAME = 41;

    private static final int SET_ID_OFFSET = 10;

    /** {@code NFTNL_UDATA_SET_KEYBYTEORDER}, four bytes, the host's order: how nft stores text. */
    private static final byte[] KEYS_ARE_TEXT = {0, 4, 1, 0, 0, 0};

    private static final int PROTOCOL_IGMP = 2;
    private static final int PROTOCOL_ICMPV6 = 58;

    /** Multicast listener report and done, router solicitation, version 2 multicast listener report. */
    private static final List<Integer> ICMPV6_TYPES = List.of(131, 132, 133, 143);

    private QuietProgram() {}

    static void addTo(TableProgram program, Collection<String> interfaces) {
        if (interfaces.isEmpty()) {
            return;
        }
        List<byte[]> names = interfaces.stream().map(QuietProgram::padded).toList();
        int id = program.family().setId() + SET_ID_OFFSET;
        program.addSet(SET, KEY_TYPE_IFNAME, NAME_LENGTH, id, KEYS_ARE_TEXT, names);
        program.addChain(CHAIN, NF_INET_LOCAL_OUT);
        if (program.family() == IpFamily.IPV4) {
            program.addRule(CHAIN, rule -> fromQuiet(rule, PROTOCOL_IGMP).verdict(NF_DROP));
        } else {
            for (int type : ICMPV6_TYPES) {
                program.addRule(CHAIN, rule -> fromQuiet(rule, PROTOCOL_ICMPV6)
                        .payload(NFT_PAYLOAD_TRANSPORT_HEADER, 0, 1)
                        .isByte(type)
                        .verdict(NF_DROP));
            }
        }
    }

    private static RuleWriter fromQuiet(RuleWriter rule, int protocol) {
        return rule.meta(NFT_META_L4PROTO)
                .isByte(protocol)
                .meta(NFT_META_OIFNAME)
                .isIn(SET);
    }

    private static byte[] padded(String name) {
        return Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), NAME_LENGTH);
    }
}
