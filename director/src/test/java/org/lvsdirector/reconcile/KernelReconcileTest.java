package org.lvsdirector.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.plan.Tables.address;
import static org.lvsdirector.plan.Tables.key;
import static org.lvsdirector.plan.Tables.server;
import static org.lvsdirector.plan.Tables.service;
import static org.lvsdirector.plan.Tables.tcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.KernelIpvs;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.ServiceFlag;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Planner;
import org.lvsdirector.plan.RealServerDefinition;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.NetworkThread;

/** On the real kernel, with the real ipvsadm as the somebody who interferes. */
@Tag("lab")
class KernelReconcileTest {
    /** A tenth of what it must do, unless all is asked for: the lab's processor is slow. */
    private static final int SERVICES = Boolean.getBoolean("lvsdirector.full") ? 1_000 : 100;

    private static final ServiceKey WEB = tcp("192.0.2.1", 80);
    private static final ServiceKey MARK = new ServiceKey.ByFwmark(300, AddressFamily.IPV4);

    @RegisterExtension
    final Network network = Network.perTest();

    private final Host director =
            network.host("director").plug(network.lan("lan"), "eth0", "10.88.0.1/24", "fd88::1/64");
    private final KernelIpvs ipvs = NetworkThread.call(director, KernelIpvs::open);
    private final Reconciler reconciler = new Reconciler(ipvs, new InMemoryLedger(), System::nanoTime);

    @AfterEach
    void close() {
        ipvs.close();
    }

    /** What the kernel gives back must be what was asked for, or every comparison would find drift. */
    @Test
    void everyKindOfServiceIsReadBackAsItWasAskedFor() {
        List<ServiceDefinition> services = List.of(
                service(
                        MARK,
                        server("10.88.0.34", 9814, ForwardingMethod.DIRECT_ROUTE, 1),
                        server("10.88.0.35", 9814, ForwardingMethod.DIRECT_ROUTE, 1)),
                service(tcp("192.0.2.1", 9826), server("10.88.0.34", 9827, ForwardingMethod.DIRECT_ROUTE, 1)),
                service(WEB, server("10.88.0.34", 8080, ForwardingMethod.MASQUERADE, 65_535), thresholds()),
                service(
                        tcp("192.0.2.1", 81),
                        tunnelled("10.88.0.36", new Tunnel(Tunnel.Type.IPIP, 0, Tunnel.Checksum.NONE)),
                        tunnelled("10.88.0.37", new Tunnel(Tunnel.Type.GUE, 6080, Tunnel.Checksum.REMOTE)),
                        tunnelled("10.88.0.38", new Tunnel(Tunnel.Type.GRE, 0, Tunnel.Checksum.FULL))),
                service(tcp("2001:db8::1", 80), server("fd88::34", 8080, ForwardingMethod.MASQUERADE, 2)),
                special(tcp("192.0.2.2", 0), "sh", Set.of(ServiceFlag.SCHEDULER_1, ServiceFlag.SCHEDULER_2), 900, 24),
                special(udp("192.0.2.2", 53), "rr", Set.of(ServiceFlag.ONE_PACKET), 0, 0),
                special(tcp("2001:db8::2", 80), "wlc", Set.of(), 50, 64));
        IpvsTable desired = start(services);
        assertEquals(desired, TableReader.read(ipvs));
        assertEquals(List.of(), reconciler.resync(false).made());
        String listing = director.exec("ipvsadm", "-Ln");
        assertTrue(listing.contains("10.88.0.34:0") && listing.contains("10.88.0.35:0"), listing);
        assertTrue(listing.contains("10.88.0.34:9826"), listing);
    }

    @Test
    void whatIpvsadmDoesIsHealedOrKeptAsItShouldBe() {
        IpvsTable desired = start(List.of(service(
                WEB,
                server("10.88.0.34", 80, ForwardingMethod.MASQUERADE, 1),
                server("10.88.0.35", 80, ForwardingMethod.MASQUERADE, 1))));
        director.exec("ipvsadm", "-d", "-t", "192.0.2.1:80", "-r", "10.88.0.34:80");
        director.exec("ipvsadm", "-a", "-t", "192.0.2.1:80", "-r", "10.88.0.99:80", "-m");
        director.exec("ipvsadm", "-e", "-t", "192.0.2.1:80", "-r", "10.88.0.35:80", "-m", "-w", "0");
        director.exec("ipvsadm", "-A", "-t", "192.0.2.9:80", "-s", "rr");
        Pass pass = reconciler.resync(false);
        RealServer back = RealServer.of(key("10.88.0.34", 80), ForwardingMethod.MASQUERADE, 1);
        assertEquals(List.of(new IpvsChange.AddServer(WEB, back)), pass.healed());
        assertEquals(2, pass.strangers().size());
        assertEquals("weight 0 by hand (configured 1)", pass.byHand().get(0).shown());
        reconciler.resync(true);
        IpvsTable now = TableReader.read(ipvs);
        for (RealServer server : desired.rows().get(0).servers().values()) {
            assertEquals(server, now.server(WEB, server.key()));
        }
        director.exec("ipvsadm", "-D", "-t", "192.0.2.1:80");
        assertEquals(3, reconciler.resync(false).healed().size());
        reconciler.removeOwn();
        assertEquals(
                List.of(tcp("192.0.2.9", 80)),
                TableReader.read(ipvs).rows().stream().map(IpvsTable.Row::key).toList());
    }

    @Test
    void anUnknownSchedulerIsToldAndTheRestStands() {
        ServiceDefinition bad = special(tcp("192.0.2.7", 80), "nonesuch", Set.of(), 0, 0);
        ServiceDefinition good = service(WEB, server("10.88.0.34", 80, ForwardingMethod.MASQUERADE, 1));
        reconciler.adopt();
        List<ServiceDefinition> services = List.of(bad, good);
        Pass pass = reconciler.configure(Planner.desired(services, Map.of()), Planner.ownership(services), false);
        assertEquals(1, pass.failures().size());
        assertEquals(2, pass.made().size());
        assertTrue(reconciler.nanosToResync() <= TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void manyRealServersTakeSeconds() {
        List<ServiceDefinition> services = new ArrayList<>();
        RealServerDefinition[] servers = new RealServerDefinition[100];
        for (int i = 0; i < servers.length; i++) {
            servers[i] = server("10.88.0." + (2 + i), 80, ForwardingMethod.MASQUERADE, 1);
        }
        for (int i = 0; i < SERVICES; i++) {
            services.add(service(tcp("192.0.2.1", 1 + i), servers));
        }
        long started = System.nanoTime();
        IpvsTable desired = start(services);
        Duration programmed = Duration.ofNanos(System.nanoTime() - started);
        assertEquals(List.of(), reconciler.resync(false).made());
        assertEquals(desired, reconciler.known());
        assertTrue(programmed.toSeconds() < 15, () -> "programming took " + programmed);
    }

    private IpvsTable start(List<ServiceDefinition> services) {
        reconciler.adopt();
        IpvsTable desired = Planner.desired(services, Map.of());
        Pass pass = reconciler.configure(desired, Planner.ownership(services), false);
        assertEquals(List.of(), pass.failures());
        return desired;
    }

    private static RealServerDefinition thresholds() {
        RealServerDefinition plain = server("10.88.0.39", 80, ForwardingMethod.MASQUERADE, 0);
        return new RealServerDefinition(
                plain.name(), plain.address(), 80, plain.method(), 0, 200, 100, Tunnel.IPIP, false);
    }

    private static RealServerDefinition tunnelled(String address, Tunnel tunnel) {
        return new RealServerDefinition(address, address(address), 81, ForwardingMethod.TUNNEL, 1, 0, 0, tunnel, false);
    }

    private static ServiceKey udp(String address, int port) {
        return new ServiceKey.ByAddress(Protocol.UDP, address(address), port);
    }

    private static ServiceDefinition special(
            ServiceKey key, String scheduler, Set<ServiceFlag> flags, int persistenceSeconds, int prefixLength) {
        Persistence persistence =
                persistenceSeconds == 0 ? null : new Persistence(persistenceSeconds, prefixLength, null);
        String name = key.toString();
        return new ServiceDefinition(name, List.of(key), scheduler, flags, persistence, List.of(), null, 1, 0, false);
    }
}
