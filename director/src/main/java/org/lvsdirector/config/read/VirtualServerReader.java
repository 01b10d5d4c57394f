package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lvsdirector.config.Forwarding;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.SorryServerConfig;
import org.lvsdirector.config.TrackingConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.keyword.Nearest;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceFlag;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;

/** The {@code virtual_server} blocks. */
final class VirtualServerReader {
    private final Blocks blocks;
    private final ServiceTargetReader targets;
    private final Map<String, List<ServiceTarget>> groups;
    private final ForwardingReader forwarding;
    private final SchedulerReader scheduler;
    private final PersistenceReader persistence;
    private final RealServerReader realServers;
    private final SorryServerReader sorryServer;
    private final QuorumReader quorum;
    private final PoolPolicyReader policies;
    private final PoolChecks pools;
    private final Problems problems;

    VirtualServerReader(
            Blocks blocks,
            CommandReader commands,
            ServiceTargetReader targets,
            Map<String, List<ServiceTarget>> groups,
            TrackingConfig tracking,
            CheckGlobals globals,
            Problems problems) {
        this.blocks = blocks;
        this.targets = targets;
        this.groups = groups;
        this.forwarding = new ForwardingReader(problems);
        this.scheduler = new SchedulerReader(problems);
        this.persistence = new PersistenceReader(problems);
        CheckerReader checkers = new CheckerReader(blocks, commands, tracking, globals, problems);
        this.realServers = new RealServerReader(
                blocks, commands, forwarding, checkers, globals.alerts().servers(), problems);
        this.sorryServer = new SorryServerReader(forwarding, problems);
        this.quorum = new QuorumReader(commands, globals.alerts().services(), problems);
        this.policies = new PoolPolicyReader(problems);
        this.pools = new PoolChecks(problems);
        this.problems = problems;
    }

    /** All virtual servers in order, those without real servers too, which are reported. */
    List<VirtualServerConfig> read(Block root) {
        List<VirtualServerConfig> servers = new ArrayList<>();
        for (Entry opener : root.all("virtual_server")) {
            List<ServiceTarget> found = targets(opener);
            String label = opener.directive()
                    .summary()
                    .substring(opener.directive().word().length())
                    .strip();
            VirtualServerConfig server = server(blocks.of(opener), label, found);
            if (!found.isEmpty()) {
                servers.add(server);
            }
        }
        return servers;
    }

    private List<ServiceTarget> targets(Entry opener) {
        String first = opener.argument(0);
        ServiceTarget target;
        if (first == null) {
            problems.error(
                    opener.place(),
                    "this virtual_server has no address",
                    "write ADDRESS [PORT], fwmark NUMBER or group NAME behind it");
            return List.of();
        } else if (first.equals("group")) {
            return group(opener);
        } else if (first.equals("fwmark")) {
            target = targets.mark(opener, 1);
        } else {
            target = targets.address(opener, first, 1);
        }
        return target == null ? List.of() : List.of(target);
    }

    private List<ServiceTarget> group(Entry opener) {
        String name = String.valueOf(opener.argument(1));
        List<ServiceTarget> members = groups.get(name);
        if (members == null) {
            problems.error(
                    opener.placeOf(1),
                    "no virtual_server_group is called '" + name + "'",
                    Nearest.advice(name, groups.keySet(), "add a block: virtual_server_group " + name + " { ... }"));
            return List.of();
        }
        return members;
    }

    private VirtualServerConfig server(Block block, String label, List<ServiceTarget> found) {
        boolean byMark = !found.isEmpty() && found.stream().allMatch(ServiceTarget.Mark.class::isInstance);
        Protocol protocol = protocol(block, label, byMark);
        Forwarding usual = method(block, label);
        RealServerReader.Defaults defaults = new RealServerReader.Defaults(
                block.count("weight"),
                usual,
                block.flag("inhibit_on_failure"),
                block.flag("alpha"),
                CheckTimes.of(block),
                commonPort(found),
                block.text("virtualhost"));
        List<RealServerConfig> servers = realServers.read(block, defaults);
        AddressFamily family = ServiceFamily.of(block, found, servers);
        String scheduling = scheduler.scheduler(block, label);
        Set<ServiceFlag> flags = scheduler.flags(block, scheduling, protocol, byMark);
        boolean allPorts =
                found.stream().anyMatch(target -> target instanceof ServiceTarget.Run run && run.port() == 0);
        List<ServiceKey> keys = new ArrayList<>();
        found.forEach(target -> keys.addAll(target.keys(protocol, family)));
        SorryServerConfig sorry = sorryServer.read(block, usual);
        VirtualServerConfig server = new VirtualServerConfig(
                label,
                keys,
                scheduling,
                flags,
                persistence.read(block, family, allPorts, label),
                quorum.read(block, servers),
                block.flag("alpha"),
                block.flag("omega"),
                sorry,
                servers,
                policies.read(block, found, label),
                List.of(),
                block.place());
        pools.check(server, family);
        return server;
    }

    private Protocol protocol(Block block, String label, boolean byMark) {
        String word = block.choice("protocol");
        if (byMark && word != null) {
            problems.warning(
                    block.placeOf("protocol"),
                    "a firewall mark covers all protocols, so '" + word + "' has no effect",
                    "remove this line");
        } else if (!byMark && !block.has("protocol")) {
            problems.warning(
                    block.place(),
                    "virtual_server " + label + " names no protocol: UDP is used",
                    "add a line: protocol TCP");
        }
        return Protocol.valueOf(word == null ? block.defaultOf("protocol") : word);
    }

    private Forwarding method(Block block, String label) {
        if (!block.has("lb_kind")) {
            problems.warning(
                    block.place(),
                    "virtual_server " + label + " names no forwarding method: NAT is used",
                    "add a line: lb_kind NAT");
        }
        Forwarding given = forwarding.read(block, "lb_kind");
        return given == null ? new Forwarding(ForwardingMethod.MASQUERADE, Tunnel.IPIP) : given;
    }

    /** The port that all addresses share, or 0. */
    private static int commonPort(List<ServiceTarget> targets) {
        int common = 0;
        for (ServiceTarget target : targets) {
            int port = target instanceof ServiceTarget.Run run ? run.port() : 0;
            if (port == 0 || (common != 0 && common != port)) {
                return 0;
            }
            common = port;
        }
        return common;
    }
}
