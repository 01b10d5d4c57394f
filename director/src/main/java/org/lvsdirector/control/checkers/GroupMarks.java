package org.lvsdirector.control.checkers;

import java.util.List;
import org.lvsdirector.netlink.netfilter.PacketMark;

/**
 * The marks that nf_tables gives to the packets of virtual server groups.
 *
 * @param table name of its tables
 * @param priority of their chains
 */
public record GroupMarks(String table, int priority, List<PacketMark> marks) {
    public GroupMarks {
        marks = List.copyOf(marks);
    }
}
