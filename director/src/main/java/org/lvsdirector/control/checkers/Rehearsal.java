package org.lvsdirector.control.checkers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.check.tcp.NioSockets;
import org.lvsdirector.check.tcp.RoutedSockets;
import org.lvsdirector.check.tcp.TcpProber;
import org.lvsdirector.control.sysctl.Sysctls;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.plan.Names;
import org.lvsdirector.plan.RealServerDefinition;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.reconcile.FileLedger;

/** Programs a table in memory once, for the class-data archive: the machine that builds need not have IPVS. */
public final class Rehearsal {
    private Rehearsal() {}

    /** The one argument is the file to use as a ledger. */
    public static void main(String[] arguments) {
        NioSockets sockets = NioSockets.open();
        EngineParts parts = new EngineParts(
                new InMemoryIpvs(),
                new FileLedger(Path.of(arguments[0])),
                new Sysctls(Sysctls.recordBeside(Path.of(arguments[0]))),
                new MarkKeeper((table, priority, marks) -> {}, MarkKeeper.recordBeside(Path.of(arguments[0]))),
                sockets,
                new TcpProber(new RoutedSockets(sockets, sockets)),
                System::nanoTime,
                new Random(),
                1);
        CheckersEngine engine = new CheckersEngine(parts, new Nobody());
        var started = engine.start(CheckersWork.of(List.of(service()), List.of()), Map.of(), Predecessor.NONE);
        var healed = engine.heal();
        var stopped = engine.stop(false);
        engine.run();
        started.join();
        healed.join();
        stopped.join();
        sockets.close();
    }

    private static ServiceDefinition service() {
        ServiceKey key = new ServiceKey.ByAddress(Protocol.TCP, IpAddresses.parse("192.0.2.1"), 80);
        return new ServiceDefinition(
                Names.of(key), List.of(key), "rr", Set.of(), null, List.of(server(1), server(2)), null, 1, 0, false);
    }

    private static RealServerDefinition server(int number) {
        var address = IpAddresses.parse("192.0.2.1" + number);
        return new RealServerDefinition(
                Names.of(address, Protocol.TCP, 80),
                address,
                80,
                ForwardingMethod.MASQUERADE,
                number,
                0,
                0,
                Tunnel.IPIP,
                false);
    }

    private static final class Nobody implements CheckersListener {
        @Override
        public void checkChanged(CheckId check, CheckHealth health) {}

        @Override
        public void poolChanged(PoolEvent event) {}
    }
}
