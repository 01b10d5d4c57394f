package org.lvsdirector.control.checkers;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.plan.Tables.key;
import static org.lvsdirector.plan.Tables.tcp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.check.health.PoolHealth;
import org.lvsdirector.check.tcp.NioSockets;
import org.lvsdirector.control.sysctl.Sysctls;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.RealServerDefinition;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.plan.Tables;
import org.lvsdirector.reconcile.InMemoryLedger;
import org.lvsdirector.reconcile.TableReader;

/** The whole of the checkers but for sockets and kernel, on a clock that the test moves. */
abstract class EngineRig {
    static final ServiceKey WEB = tcp("192.0.2.1", 80);
    static final String ONE = "10.0.0.1";
    static final String TWO = "10.0.0.2";
    static final String SORRY = "10.0.0.9";
    static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    final InMemoryIpvs ipvs = new InMemoryIpvs();
    final InMemoryIpvs somebody = ipvs.otherHandle();
    final InMemoryLedger ledger = new InMemoryLedger();
    /** Whoever wants to see them points them elsewhere. */
    Sysctls sysctls = new Sysctls(Path.of("/nonexistent/sysctl"));

    /** The same. */
    MarkKeeper marks = new MarkKeeper((table, priority, marked) -> {}, Path.of("/nonexistent/marks"));

    final NioSockets sockets = NioSockets.open();
    final StandingProber prober = new StandingProber();
    final Map<String, Boolean> told = new TreeMap<>();
    final List<PoolEvent> events = new ArrayList<>();
    /** What the last check to change came to. */
    CheckHealth health = CheckHealth.initial(false);

    long now;
    CheckersEngine engine = successor();

    @AfterEach
    void close() {
        sockets.close();
    }

    CheckersEngine successor() {
        return new CheckersEngine(
                new EngineParts(ipvs, ledger, sysctls, marks, sockets, prober, () -> now, new Random(1), 100),
                new CheckersListener() {
                    @Override
                    public void checkChanged(CheckId check, CheckHealth health) {
                        told.put(check.server(), health.up());
                        EngineRig.this.health = health;
                    }

                    @Override
                    public void poolChanged(PoolEvent event) {
                        events.add(event);
                    }
                });
    }

    void start(CheckersWork work) {
        start(work, Map.of(), Predecessor.NONE);
    }

    void start(CheckersWork work, Map<CheckId, CheckHealth> lastKnown, Predecessor predecessor) {
        CompletableFuture<Void> done = engine.start(work, lastKnown, predecessor);
        turn();
        done.join();
        events.clear();
    }

    void reload(CheckersWork work) {
        CompletableFuture<Void> done = engine.reload(work);
        turn();
        done.join();
    }

    void stop(boolean keep) {
        CompletableFuture<Void> done = engine.stop(keep);
        turn();
        done.join();
    }

    void turn() {
        engine.turn(0);
    }

    void pass(long nanos) {
        now += nanos;
        turn();
    }

    CheckersSnapshot snapshot() {
        CompletableFuture<CheckersSnapshot> answer = engine.snapshot();
        turn();
        return answer.join();
    }

    static PoolHealth health(CheckersSnapshot snapshot, String service) {
        return Objects.requireNonNull(snapshot.health().get(service));
    }

    void setByHand(String address, int weight) {
        assertTrue(somebody.apply(List.of(new IpvsChange.UpdateServer(WEB, real(address, weight))))
                .get(0)
                .succeeded());
    }

    IpvsTable table() {
        return TableReader.read(somebody);
    }

    Map<String, Integer> weights() {
        Map<String, Integer> weights = new TreeMap<>();
        IpvsTable.Row row = table().row(WEB);
        if (row != null) {
            row.servers()
                    .values()
                    .forEach(server -> weights.put(server.key().address().getHostAddress(), server.weight()));
        }
        return weights;
    }

    static CheckersWork work(RealServerDefinition... servers) {
        String[] addresses = new String[servers.length];
        for (int i = 0; i < servers.length; i++) {
            addresses[i] = servers[i].address().getHostAddress();
        }
        return CheckersWork.of(List.of(service(null, servers)), checks(addresses));
    }

    static ServiceDefinition service(@Nullable RealServerDefinition sorry, RealServerDefinition... servers) {
        return new ServiceDefinition("web", List.of(WEB), "rr", Set.of(), null, List.of(servers), sorry, 1, 0, false);
    }

    static List<CheckSpec> checks(String... addresses) {
        return Arrays.stream(addresses).map(address -> check(address, 3)).toList();
    }

    static CheckSpec check(String address, int timeoutSeconds) {
        ConnectOptions connect = ConnectOptions.to(Tables.address(address), 80, timeoutSeconds * SECOND);
        return new CheckSpec(
                id(address),
                new TcpProbe(connect, TcpProbe.Closing.RESET),
                new CheckTiming(6 * SECOND, 0, SECOND, 0),
                false,
                false);
    }

    static CheckId id(String address) {
        return new CheckId("web", name(address), 0);
    }

    static RealServerDefinition server(String address, int weight) {
        return Tables.server(address, 80, ForwardingMethod.MASQUERADE, weight);
    }

    static String name(String address) {
        return "[" + address + "]:tcp:80";
    }

    static RealServer real(String address, int weight) {
        return RealServer.of(key(address, 80), ForwardingMethod.MASQUERADE, weight);
    }
}
