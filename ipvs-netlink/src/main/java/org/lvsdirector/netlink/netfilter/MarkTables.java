package org.lvsdirector.netlink.netfilter;

import java.util.Collection;

/** The tables of nf_tables in a network namespace that give packets their firewall marks. */
public interface MarkTables {
    /**
     * Makes a table give these marks and no others, in one transaction: no packet sees anything between before and after.
     *
     * @param table its name, the same for IPv4 and IPv6; what has no marks is removed
     * @param priority of its chain among those of the same hook; the usual filters have 0
     * @throws org.lvsdirector.netlink.NetlinkException if the kernel refuses, or has no nf_tables
     */
    void replace(String table, int priority, Collection<PacketMark> marks);
}
