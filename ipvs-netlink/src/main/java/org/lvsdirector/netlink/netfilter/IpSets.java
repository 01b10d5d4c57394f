package org.lvsdirector.netlink.netfilter;

import java.util.Collection;

/** The sets of ipset in a network namespace, as far as rules of iptables need them. */
public interface IpSets extends AutoCloseable {

    /**
     * Makes the set unless it is there, and adds its members; others that it has stay.
     *
     * @throws org.lvsdirector.netlink.NetlinkException if the kernel refuses, or has no ipset
     */
    void fill(AddressSet set);

    /** Takes these members out of the set, whether they were in it or not. */
    void takeOut(AddressSet set, Collection<AddressSet.Member> members);

    /** Takes all members out of the set. */
    void empty(String name);

    /**
     * Removes a set.
     *
     * @return false if there was none
     * @throws org.lvsdirector.netlink.NetlinkException above all if a rule still names it
     */
    boolean remove(String name);

    @Override
    void close();
}
