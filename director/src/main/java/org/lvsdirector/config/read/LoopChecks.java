package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.config.LvsGlobalConfig;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.UnicastConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.config.syntax.Problems;

/** What works until the day of a take-over or of a failure: directors that are real servers, and clients that stay with a failed one. */
final class LoopChecks {
    private final Problems problems;

    LoopChecks(Problems problems) {
        this.problems = problems;
    }

    /** A director that is a real server of its own services may send a packet that came from its peer back to it, for ever. */
    void directors(List<VirtualServerConfig> servers, List<VrrpInstanceConfig> instances) {
        Map<InetAddress, String> directors = directors(instances);
        for (VirtualServerConfig server : servers) {
            for (RealServerConfig real : server.realServers()) {
                String whose = directors.get(real.address());
                if (whose != null) {
                    problems.warning(
                            real.place(),
                            "real_server " + real.address().getHostAddress() + " is " + whose,
                            "two directors that are each other's real servers send packets round in a circle: mark what"
                                    + " comes from the peer, or use other machines");
                }
            }
        }
    }

    private static Map<InetAddress, String> directors(List<VrrpInstanceConfig> instances) {
        Map<InetAddress, String> directors = new HashMap<>();
        for (VrrpInstanceConfig instance : instances) {
            UnicastConfig unicast = instance.delivery().unicast();
            if (unicast != null) {
                unicast.peers().forEach(peer -> directors.put(peer.address(), "the peer of this director"));
            }
            InetAddress source = instance.delivery().source();
            if (source != null) {
                directors.put(source, "this director itself");
            }
            instance.addresses().forEach(address -> directors.put(address.address(), "a virtual address"));
        }
        return directors;
    }

    /** A persistent client's template goes on leading to a server of weight 0 unless the kernel is told otherwise. */
    void inhibition(List<VirtualServerConfig> servers, LvsGlobalConfig lvs) {
        if ("1".equals(lvs.sysctls().get("expire_quiescent_template"))) {
            return;
        }
        for (VirtualServerConfig server : servers) {
            boolean inhibited = server.realServers().stream().anyMatch(RealServerConfig::inhibitOnFailure);
            if (inhibited && server.persistence() != null) {
                problems.warning(
                        server.place(),
                        "clients that are bound to a failed real server go on being sent to it: inhibit_on_failure keeps"
                                + " it in the table, and persistence keeps them there",
                        "add to global_defs: lvs_sysctl expire_quiescent_template 1");
            }
        }
    }
}
