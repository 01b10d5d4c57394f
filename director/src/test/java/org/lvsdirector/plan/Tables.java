package org.lvsdirector.plan;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.ipvs.VirtualService;

/** Definitions and tables for tests. */
public final class Tables {
    private Tables() {}

    public static InetAddress address(String digits) {
        return IpAddresses.parse(digits);
    }

    public static ServiceKey tcp(String address, int port) {
        return new ServiceKey.ByAddress(Protocol.TCP, address(address), port);
    }

    public static RealServerKey key(String address, int port) {
        return new RealServerKey(address(address), port);
    }

    public static RealServerDefinition server(String address, int port, ForwardingMethod method, int weight) {
        String name = "[" + address + "]:tcp:" + port;
        return new RealServerDefinition(name, address(address), port, method, weight, 0, 0, Tunnel.IPIP, false);
    }

    public static RealServerDefinition inhibited(RealServerDefinition server) {
        return new RealServerDefinition(
                server.name(),
                server.address(),
                server.port(),
                server.method(),
                server.weight(),
                0,
                0,
                server.tunnel(),
                true);
    }

    public static ServiceDefinition service(ServiceKey key, RealServerDefinition... servers) {
        return service(List.of(key), null, servers);
    }

    public static ServiceDefinition service(
            List<ServiceKey> keys, @Nullable RealServerDefinition sorry, RealServerDefinition... servers) {
        String name = Names.of(keys.get(0));
        return new ServiceDefinition(name, keys, "wrr", Set.of(), null, List.of(servers), sorry, 1, 0, false);
    }

    public static VirtualService virtual(ServiceKey key, String scheduler) {
        return new VirtualService(key, scheduler, Set.of(), null);
    }

    /** A random table over few keys, so that two of them have much in common. */
    public static IpvsTable random(Random random) {
        List<IpvsTable.Row> rows = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            ServiceKey key = random.nextInt(4) == 0
                    ? new ServiceKey.ByFwmark(1 + random.nextInt(3), AddressFamily.IPV4)
                    : tcp("192.0.2." + random.nextInt(4), 80);
            Map<RealServerKey, RealServer> servers = new LinkedHashMap<>();
            for (int j = random.nextInt(6); j > 0; j--) {
                RealServerKey server = key("10.0.0." + random.nextInt(6), 80);
                servers.put(server, RealServer.of(server, ForwardingMethod.MASQUERADE, random.nextInt(3)));
            }
            Persistence persistence = random.nextBoolean() ? null : new Persistence(300, 32, null);
            rows.add(new IpvsTable.Row(
                    new VirtualService(key, random.nextBoolean() ? "rr" : "wrr", Set.of(), persistence), servers));
        }
        return IpvsTable.of(rows);
    }
}
