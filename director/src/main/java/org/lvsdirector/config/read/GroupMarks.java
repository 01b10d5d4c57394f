package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.GroupMarksConfig;
import org.lvsdirector.config.MarkRange;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.ServiceKey;

/**
 * Makes one service by firewall mark of the addresses of a virtual server group. Marks are given in the order of the virtual servers, and
 * none that is somebody else's.
 */
final class GroupMarks {
    private static final long HIGHEST_MARK = 0xFFFF_FFFFL;

    private final Set<Long> taken = new HashSet<>();
    private final MarkRange probes;
    private final Problems problems;
    private long next;

    private GroupMarks(GroupMarksConfig words, MarkRange probes, Problems problems) {
        this.next = words.firstMark();
        this.probes = probes;
        this.problems = problems;
    }

    /**
     * The virtual servers with their marks.
     *
     * @param groups all groups; the marks that they name are taken
     * @param probes marks that are taken too
     */
    static List<VirtualServerConfig> give(
            List<VirtualServerConfig> servers,
            Collection<List<ServiceTarget>> groups,
            GroupMarksConfig words,
            MarkRange probes,
            Problems problems) {
        GroupMarks marks = new GroupMarks(words, probes, problems);
        servers.forEach(marks::take);
        for (List<ServiceTarget> group : groups) {
            for (ServiceTarget target : group) {
                if (target instanceof ServiceTarget.Mark mark) {
                    marks.taken.add(mark.mark());
                }
            }
        }
        return servers.stream().map(marks::give).toList();
    }

    private void take(VirtualServerConfig server) {
        for (ServiceKey key : server.services()) {
            if (key instanceof ServiceKey.ByFwmark byMark) {
                taken.add(byMark.mark());
            }
        }
        for (RealServerConfig real : server.realServers()) {
            for (CheckerConfig checker : real.checkers()) {
                taken.add(checker.options().fwmark());
            }
        }
    }

    private VirtualServerConfig give(VirtualServerConfig server) {
        List<ServiceKey.ByAddress> addresses = new ArrayList<>();
        for (ServiceKey key : server.services()) {
            if (key instanceof ServiceKey.ByAddress byAddress) {
                addresses.add(byAddress);
            }
        }
        // A map of addresses and ports cannot say "all ports".
        boolean allPorts = addresses.stream().anyMatch(address -> address.port() == 0);
        if (!server.label().startsWith("group ") || addresses.size() < 2 || allPorts) {
            return server;
        }
        while (next <= HIGHEST_MARK && (probes.contains(next) || taken.contains(next))) {
            next++;
        }
        if (next > HIGHEST_MARK) {
            problems.error(
                    server.place(),
                    "there is no firewall mark left for virtual_server " + server.label(),
                    "lower nftables_ipvs_start_fwmark");
            return server;
        }
        return server.marked(next++, addresses);
    }
}
