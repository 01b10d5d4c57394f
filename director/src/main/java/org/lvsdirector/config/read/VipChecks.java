package org.lvsdirector.config.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.MarkRange;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceKey;

/** Where {@code vip_check} can be used, and that its marks are nobody else's. */
final class VipChecks {
    private final Problems problems;

    VipChecks(Problems problems) {
        this.problems = problems;
    }

    void check(List<VirtualServerConfig> servers, MarkRange marks) {
        Set<String> probed = new HashSet<>();
        for (VirtualServerConfig server : servers) {
            for (RealServerConfig real : server.realServers()) {
                for (CheckerConfig checker : real.checkers()) {
                    if (checker.vipCheck() && usable(server, real, checker)) {
                        probed.add(real.address() + " " + real.forwarding());
                    }
                }
            }
        }
        if (probed.isEmpty()) {
            return;
        }
        if (probed.size() > marks.size()) {
            problems.error(
                    servers.get(0).place(),
                    probed.size() + " real servers have a vip_check, and there are marks for " + marks.size(),
                    "widen vip_check_marks");
        }
        servers.forEach(server -> overlap(server, marks));
    }

    private boolean usable(VirtualServerConfig server, RealServerConfig real, CheckerConfig checker) {
        if (!(server.services().get(0) instanceof ServiceKey.ByAddress service)) {
            problems.warning(
                    checker.place(),
                    "vip_check has no effect: virtual_server " + server.label() + " has no address to ask",
                    "use it where a virtual_server names an address");
            return false;
        }
        if (real.forwarding().method() == ForwardingMethod.MASQUERADE) {
            problems.warning(
                    checker.place(),
                    "vip_check has no effect with NAT: a real server need not have the service's address",
                    "remove it");
            return false;
        }
        if (service.protocol() != Protocol.TCP) {
            problems.warning(checker.place(), "vip_check has no effect: the service does not speak TCP", "remove it");
            return false;
        }
        return true;
    }

    private void overlap(VirtualServerConfig server, MarkRange marks) {
        for (ServiceKey key : server.services()) {
            if (key instanceof ServiceKey.ByFwmark byMark && marks.contains(byMark.mark())) {
                problems.error(
                        server.place(),
                        "firewall mark " + byMark.mark() + " is among those of vip_check",
                        "choose another one, or set vip_check_marks FIRST LAST");
            }
        }
        for (RealServerConfig real : server.realServers()) {
            for (CheckerConfig checker : real.checkers()) {
                if (marks.contains(checker.options().fwmark())) {
                    problems.error(
                            checker.place(),
                            "the fwmark of this check is among those of vip_check",
                            "choose another one, or set vip_check_marks FIRST LAST");
                }
            }
        }
    }
}
