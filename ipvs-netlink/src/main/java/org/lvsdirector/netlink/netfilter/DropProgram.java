package org.lvsdirector.netlink.netfilter;

import static org.lvsdirector.netlink.netfilter.NftConstants.NFT_PAYLOAD_NETWORK_HEADER;
import static org.lvsdirector.netlink.netfilter.NftConstants.NFT_PAYLOAD_TRANSPORT_HEADER;
import static org.lvsdirector.netlink.netfilter.NftConstants.NF_ACCEPT;
import static org.lvsdirector.netlink.netfilter.NftConstants.NF_DROP;
import static org.lvsdirector.netlink.netfilter.NftConstants.NF_INET_LOCAL_IN;
import static org.lvsdirector.netlink.netfilter.NftConstants.NF_INET_LOCAL_OUT;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;

/** In the manner of keepalived: a set of addresses, and a chain for input and one for output that drop what goes to or comes from them. */
final class DropProgram {
    private static final String SET = "vips";

    /** {@code NFTNL_UDATA_SET_KEYBYTEORDER}, four bytes, big-endian. */
    private static final byte[] KEYS_ARE_BIG_ENDIAN = {0, 4, 2, 0, 0, 0};

    private static final int IPV6_NEXT_HEADER_OFFSET = 6;
    private static final int NEXT_HEADER_ICMPV6 = 58;
    private static final int ICMPV6_NEIGHBOR_SOLICITATION = 135;
    private static final int ICMPV6_NEIGHBOR_ADVERTISEMENT = 136;

    private final TableProgram program;

    private DropProgram(TableProgram program) {
        this.program = program;
    }

    /** Adds what drops the traffic of those addresses that are of the table's family. */
    static void addTo(TableProgram program, Collection<InetAddress> addresses) {
        IpFamily family = program.family();
        List<byte[]> own = addresses.stream()
                .filter(family::has)
                .map(InetAddress::getAddress)
                .toList();
        if (!own.isEmpty()) {
            DropProgram drops = new DropProgram(program);
            program.addSet(SET, family.keyType(), family.addressLength(), family.setId(), KEYS_ARE_BIG_ENDIAN, own);
            drops.addChain("in", NF_INET_LOCAL_IN, family.destinationOffset());
            drops.addChain("out", NF_INET_LOCAL_OUT, family.sourceOffset());
        }
    }

    private void addChain(String chain, int hook, int addressOffset) {
        program.addChain(chain, hook);
        if (program.family() == IpFamily.IPV6) {
            // Or nobody could find the address (RFC 9568, section 6.4.3).
            acceptIcmpv6(chain, ICMPV6_NEIGHBOR_SOLICITATION);
            acceptIcmpv6(chain, ICMPV6_NEIGHBOR_ADVERTISEMENT);
        }
        program.addRule(chain, rule -> rule.payload(
                        NFT_PAYLOAD_NETWORK_HEADER,
                        addressOffset,
                        program.family().addressLength())
                .isIn(SET)
                .counted(program.style().counted())
                .verdict(NF_DROP));
    }

    private void acceptIcmpv6(String chain, int icmpType) {
        program.addRule(chain, rule -> rule.payload(NFT_PAYLOAD_NETWORK_HEADER, IPV6_NEXT_HEADER_OFFSET, 1)
                .isByte(NEXT_HEADER_ICMPV6)
                .payload(NFT_PAYLOAD_TRANSPORT_HEADER, 0, 1)
                .isByte(icmpType)
                .verdict(NF_ACCEPT));
    }
}
