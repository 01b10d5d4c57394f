package org.lvsdirector.control.child.checkers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.health.PoolHealth;
import org.lvsdirector.check.schedule.CheckSnapshot;
import org.lvsdirector.control.checkers.CheckersSnapshot;
import org.lvsdirector.control.checkers.CheckersSnapshot.KernelService;
import org.lvsdirector.control.checkers.SharedCheck;
import org.lvsdirector.control.child.MonotonicTime;
import org.lvsdirector.control.status.CheckersStatus;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.Diff;
import org.lvsdirector.plan.Names;
import org.lvsdirector.plan.Planner;
import org.lvsdirector.plan.Pools;
import org.lvsdirector.plan.RealServerDefinition;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.reconcile.HandWeight;

/** The engine's snapshot in the words of {@code director status}. */
final class CheckersView {
    private static final double NANOS_PER_MILLI = 1e6;

    private final CheckersSnapshot snapshot;
    private final Map<String, List<CheckersStatus.Check>> checks = new HashMap<>();

    private CheckersView(CheckersSnapshot snapshot) {
        this.snapshot = snapshot;
        Map<CheckId, CheckersStatus.Check> made = new HashMap<>();
        for (CheckSnapshot check : snapshot.checks()) {
            made.put(check.spec().id(), check(check));
            put(check.spec().id(), check(check));
        }
        for (SharedCheck shared : snapshot.shared()) {
            CheckersStatus.Check other = made.get(shared.made());
            if (other != null) {
                put(shared.own(), other);
            }
        }
    }

    private void put(CheckId id, CheckersStatus.Check check) {
        checks.computeIfAbsent(id.service() + " " + id.server(), absent -> new ArrayList<>())
                .add(check);
    }

    static CheckersStatus of(CheckersSnapshot snapshot) {
        CheckersView view = new CheckersView(snapshot);
        return new CheckersStatus(
                snapshot.services().stream().map(view::service).toList(), view.remarks());
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (snapshot.kernelProblem() != null) {
            remarks.add("the kernel could not be asked: " + snapshot.kernelProblem());
        }
        remarks.addAll(snapshot.remarks());
        for (Diff.Stranger stranger : snapshot.strangers()) {
            if (stranger instanceof Diff.Stranger.Server server) {
                remarks.add("not ours, left alone: real server " + Names.of(server.server()) + " in "
                        + Names.of(server.service()));
            }
        }
        return remarks;
    }

    private CheckersStatus.Service service(ServiceDefinition service) {
        PoolHealth known = snapshot.health().get(service.name());
        PoolHealth health = known == null ? PoolHealth.allUp(Pools.of(service, Map.of())) : known;
        ServiceKey key = service.keys().get(0);
        List<CheckersStatus.Server> servers = new ArrayList<>();
        for (RealServerDefinition server : service.servers()) {
            servers.add(server(service, key, server, false, health.isAlive(server.name())));
        }
        RealServerDefinition sorry = service.sorry();
        if (sorry != null) {
            servers.add(server(service, key, sorry, true, true));
        }
        Persistence persistence = service.persistence();
        return new CheckersStatus.Service(
                service.name(),
                service.keys().stream().map(Names::of).toList(),
                service.keys().stream()
                        .filter(each -> !snapshot.kernel().containsKey(each))
                        .map(Names::of)
                        .toList(),
                service.scheduler(),
                persistence == null ? 0 : persistence.timeoutSeconds(),
                health.quorumUp(),
                service.quorum(),
                health.sorryActive(),
                connections(service),
                servers);
    }

    private long connections(ServiceDefinition service) {
        long sum = 0;
        for (ServiceKey key : service.keys()) {
            KernelService there = snapshot.kernel().get(key);
            sum += there == null ? 0 : there.service().stats().connections();
        }
        return sum;
    }

    private CheckersStatus.Server server(
            ServiceDefinition service, ServiceKey key, RealServerDefinition server, boolean sorry, boolean alive) {
        RealServerKey serverKey = Planner.keyOf(server, key);
        RealServerEntry entry = entry(key, serverKey);
        return new CheckersStatus.Server(
                server.name(),
                word(server.method()),
                sorry,
                alive,
                server.weight(),
                entry == null ? null : entry.server().weight(),
                entry == null ? 0 : entry.activeConnections(),
                entry == null ? 0 : entry.inactiveConnections(),
                isKept(service, server) ? "down, kept for healthy_floor" : handRemark(key, serverKey),
                checks.getOrDefault(service.name() + " " + server.name(), List.of()));
    }

    private @Nullable RealServerEntry entry(ServiceKey service, RealServerKey server) {
        KernelService there = snapshot.kernel().get(service);
        if (there != null) {
            for (RealServerEntry entry : there.servers()) {
                if (entry.server().key().equals(server)) {
                    return entry;
                }
            }
        }
        return null;
    }

    private boolean isKept(ServiceDefinition service, RealServerDefinition server) {
        PoolHealth health = snapshot.health().get(service.name());
        return health != null && health.kept().contains(server.name());
    }

    private @Nullable String handRemark(ServiceKey service, RealServerKey server) {
        for (HandWeight weight : snapshot.handWeights()) {
            if (weight.where().service().equals(service)
                    && weight.where().server().equals(server)) {
                return weight.shown();
            }
        }
        return null;
    }

    /** keepalived's words for the methods that it has. */
    private static String word(ForwardingMethod method) {
        return switch (method) {
            case MASQUERADE -> "NAT";
            case DIRECT_ROUTE -> "DR";
            case TUNNEL -> "TUN";
            case LOCAL, BYPASS -> method.name();
        };
    }

    private static CheckersStatus.Check check(CheckSnapshot check) {
        CheckResult result = check.lastResult();
        return new CheckersStatus.Check(
                check.spec().probe().keyword(),
                check.spec().probe().target(),
                check.health().up(),
                result == null ? null : words(result),
                result == null ? null : MonotonicTime.toText(result.endedNanos()),
                result == null ? 0 : result.durationNanos() / NANOS_PER_MILLI,
                check.successes(),
                check.failures());
    }

    private static String words(CheckResult result) {
        return result.detail().isEmpty()
                ? result.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : result.detail();
    }
}
