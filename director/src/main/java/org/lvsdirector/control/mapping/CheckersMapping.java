package org.lvsdirector.control.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.GroupMarksConfig;
import org.lvsdirector.config.LvsGlobalConfig;
import org.lvsdirector.config.ParentConfig;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.SorryServerConfig;
import org.lvsdirector.config.SyncDaemonConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.control.checkers.CheckersWork;
import org.lvsdirector.control.checkers.GroupMarks;
import org.lvsdirector.control.checkers.KernelExtras;
import org.lvsdirector.control.checkers.SyncRoles;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.message.ProcessTuning;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.netlink.netfilter.PacketMark;
import org.lvsdirector.plan.Names;
import org.lvsdirector.plan.RealServerDefinition;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.plan.Shared;

/** The virtual servers of a configuration as settings of the checkers process. */
public final class CheckersMapping {
    private CheckersMapping() {}

    /** @param ledger where that process remembers what is its own */
    static CheckersSettings settings(Configuration configuration, Path ledger) {
        List<CheckSpec> checks = new ArrayList<>();
        LvsGlobalConfig lvs = configuration.globals().lvs();
        DataPaths paths = new DataPaths(configuration.virtualServers(), lvs.probeMarks());
        configuration.virtualServers().forEach(server -> addChecks(server, paths, checks));
        List<ServiceDefinition> services = services(configuration);
        Set<String> suspended = services.stream()
                .filter(service -> service.policy().onlyWithAddress())
                .map(ServiceDefinition::name)
                .collect(Collectors.toSet());
        CheckSharing sharing =
                lvs.shareChecks() ? CheckSharing.of(checks, suspended) : new CheckSharing(checks, List.of());
        CheckersWork work = new CheckersWork(
                services,
                sharing.made(),
                lvs.flushAtStart(),
                lvs.flushOnStop() == LvsGlobalConfig.FlushOnStop.EVERYTHING,
                lvs.timeouts(),
                lvs.reconcileInterval().toNanos(),
                new KernelExtras(sysctls(lvs), paths.services(), groupMarks(configuration)),
                sharing.shared());
        ParentConfig parent = configuration.globals().parent();
        return new CheckersSettings(
                work,
                ledger.toString(),
                sync(lvs.syncDaemon(), configuration),
                new ProcessTuning(RouterMapping.scheduling(parent.checkers()), parent.seed(), parent.tellsStart()));
    }

    private static @Nullable SyncRoles sync(@Nullable SyncDaemonConfig daemon, Configuration configuration) {
        if (daemon == null) {
            return null;
        }
        // As with keepalived: without an id of its own it has that of the virtual router.
        int followed = configuration.instances().stream()
                .filter(instance -> instance.name().equals(daemon.instance()))
                .mapToInt(VrrpInstanceConfig::virtualRouterId)
                .findFirst()
                .orElse(0);
        return new SyncRoles(
                daemon.interfaceName(),
                daemon.instance(),
                daemon.id() == null ? followed : daemon.id(),
                daemon.maxLength(),
                daemon.group(),
                daemon.port(),
                daemon.ttl());
    }

    /** The virtual servers alone, for a plan. */
    public static List<ServiceDefinition> services(Configuration configuration) {
        Shared<RealServerDefinition> shared = new Shared<>();
        return configuration.virtualServers().stream()
                .map(server -> service(server, shared))
                .toList();
    }

    /** The services by firewall mark that lead probes to single real servers. */
    public static List<ServiceDefinition> probes(Configuration configuration) {
        return new DataPaths(
                        configuration.virtualServers(),
                        configuration.globals().lvs().probeMarks())
                .services();
    }

    private static ServiceDefinition service(VirtualServerConfig server, Shared<RealServerDefinition> shared) {
        return new ServiceDefinition(
                nameOf(server),
                server.services(),
                server.scheduler(),
                server.flags(),
                server.persistence(),
                server.realServers().stream()
                        .map(real -> shared.of(realServer(server, real)))
                        .toList(),
                sorry(server),
                server.quorum().quorum(),
                server.quorum().hysteresis(),
                server.omega(),
                server.policy());
    }

    /**
     * As logs write it: the service's own name, or the group's where it stands for several. A mark that we gave may be another one tomorrow, and
     * one group may serve several protocols.
     */
    static String nameOf(VirtualServerConfig server) {
        if (!server.marked().isEmpty()) {
            return server.label() + " " + protocolOf(server);
        }
        if (server.services().size() == 1) {
            return Names.of(server.services().get(0));
        }
        Protocol protocol = protocolOf(server);
        return protocol == Protocol.TCP ? server.label() : server.label() + " " + protocol;
    }

    private static RealServerDefinition realServer(VirtualServerConfig server, RealServerConfig real) {
        return new RealServerDefinition(
                nameOf(server, real),
                real.address(),
                portOf(server, real.port()),
                real.forwarding().method(),
                real.weight(),
                real.upperThreshold(),
                real.lowerThreshold(),
                real.forwarding().tunnel(),
                real.inhibitOnFailure());
    }

    private static @Nullable RealServerDefinition sorry(VirtualServerConfig server) {
        SorryServerConfig sorry = server.sorryServer();
        if (sorry == null) {
            return null;
        }
        int port = portOf(server, sorry.port());
        return new RealServerDefinition(
                Names.of(sorry.address(), protocolOf(server), port),
                sorry.address(),
                port,
                sorry.forwarding().method(),
                1,
                0,
                0,
                sorry.forwarding().tunnel(),
                sorry.inhibit());
    }

    static String nameOf(VirtualServerConfig server, RealServerConfig real) {
        return Names.of(real.address(), protocolOf(server), portOf(server, real.port()));
    }

    private static int portOf(VirtualServerConfig server, int port) {
        return port == 0 && server.services().get(0) instanceof ServiceKey.ByAddress byAddress
                ? byAddress.port()
                : port;
    }

    /** Marks have no protocol; keepalived writes TCP there unless the configuration says otherwise. */
    private static Protocol protocolOf(VirtualServerConfig server) {
        if (!server.marked().isEmpty()) {
            return server.marked().get(0).protocol();
        }
        return server.services().get(0) instanceof ServiceKey.ByAddress byAddress ? byAddress.protocol() : Protocol.TCP;
    }

    /** The checks of all its real servers, in order. */
    static Map<CheckId, CheckerConfig> checkers(VirtualServerConfig server) {
        Map<CheckId, CheckerConfig> checkers = new LinkedHashMap<>();
        for (RealServerConfig real : server.realServers()) {
            int position = 0;
            for (CheckerConfig checker : real.checkers()) {
                checkers.put(new CheckId(nameOf(server), nameOf(server, real), position++), checker);
            }
        }
        return checkers;
    }

    private static Map<String, String> sysctls(LvsGlobalConfig lvs) {
        Map<String, String> sysctls = new LinkedHashMap<>();
        lvs.sysctls().forEach((name, value) -> sysctls.put("net/ipv4/vs/" + name, value));
        return sysctls;
    }

    private static @Nullable GroupMarks groupMarks(Configuration configuration) {
        GroupMarksConfig words = configuration.globals().lvs().groupMarks();
        if (words == null) {
            return null;
        }
        List<PacketMark> marks = new ArrayList<>();
        for (VirtualServerConfig server : configuration.virtualServers()) {
            if (!server.marked().isEmpty() && server.services().get(0) instanceof ServiceKey.ByFwmark key) {
                for (ServiceKey.ByAddress address : server.marked()) {
                    marks.add(
                            new PacketMark(address.address(), address.protocol().number(), address.port(), key.mark()));
                }
            }
        }
        return new GroupMarks(words.table(), words.priority(), marks);
    }

    private static void addChecks(VirtualServerConfig server, DataPaths paths, List<CheckSpec> checks) {
        for (RealServerConfig real : server.realServers()) {
            int position = 0;
            for (CheckerConfig checker : real.checkers()) {
                CheckId id = new CheckId(nameOf(server), nameOf(server, real), position++);
                checks.add(CheckMapping.check(id, checker, real, paths.of(server, real, checker)));
            }
        }
    }
}
