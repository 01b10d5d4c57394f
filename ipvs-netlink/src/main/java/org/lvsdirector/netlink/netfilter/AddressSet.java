package org.lvsdirector.netlink.netfilter;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of ipset.
 *
 * @param ipv6 whether its addresses are of IPv6
 * @param perInterface whether each member is of one interface ({@code hash:net,iface}), else all are addresses alone ({@code hash:ip})
 */
public record AddressSet(String name, boolean ipv6, boolean perInterface, List<Member> members) {
    public AddressSet {
        members = List.copyOf(members);
    }

    /**
     * A member.
     *
     * @param address null for all addresses of the interface
     * @param interfaceName null in a set of addresses alone
     */
    public record Member(
            @Nullable InetAddress address, @Nullable String interfaceName) {}
}
