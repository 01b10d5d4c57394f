package org.lvsdirector.ipvs;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Services and real servers of every kind that the kernel knows, for the tests of this room. */
final class Tables {
    static final ServiceKey WEB = tcp("10.0.0.1", 80);
    static final ServiceKey WEB6 = tcp("2001:db8::1", 80);
    static final ServiceKey MARK = new ServiceKey.ByFwmark(300, AddressFamily.IPV4);

    /** One service of each kind; no two have a key in common. */
    static final List<VirtualService> SERVICES = List.of(
            service(WEB, "rr"),
            service(WEB6, "wrr"),
            service(new ServiceKey.ByAddress(Protocol.UDP, IpAddresses.parse("10.0.0.1"), 53), "wlc"),
            service(new ServiceKey.ByAddress(Protocol.UDP, IpAddresses.parse("2001:db8::1"), 53), "lc"),
            service(new ServiceKey.ByAddress(Protocol.SCTP, IpAddresses.parse("10.0.0.1"), 9899), "lblc"),
            service(new ServiceKey.ByAddress(Protocol.SCTP, IpAddresses.parse("2001:db8::1"), 9899), "lblcr"),
            service(tcp("255.255.255.254", 65535), "dh"),
            service(MARK, "sed"),
            service(new ServiceKey.ByFwmark(300, AddressFamily.IPV6), "nq"),
            service(new ServiceKey.ByFwmark(0xFFFF_FFFFL, AddressFamily.IPV4), "fo"),
            service(tcp("10.0.0.2", 1), "ovf"),
            service(tcp("10.0.0.2", 2), "none"),
            service(tcp("10.0.0.2", 3), "sh", ServiceFlag.SCHEDULER_1),
            service(tcp("10.0.0.2", 4), "mh", ServiceFlag.SCHEDULER_2),
            service(
                    tcp("10.0.0.2", 5),
                    "mh",
                    ServiceFlag.SCHEDULER_1,
                    ServiceFlag.SCHEDULER_2,
                    ServiceFlag.SCHEDULER_3),
            service(
                    new ServiceKey.ByAddress(Protocol.UDP, IpAddresses.parse("10.0.0.2"), 6),
                    "rr",
                    ServiceFlag.ONE_PACKET),
            persistent(tcp("10.0.0.2", 0), 360, 32),
            persistent(tcp("10.0.0.2", 7), 1, 24),
            persistent(tcp("10.0.0.2", 8), 2_678_400, 0),
            persistent(tcp("2001:db8::2", 8), 50, 128),
            persistent(tcp("2001:db8::2", 9), 50, 1),
            persistent(new ServiceKey.ByFwmark(301, AddressFamily.IPV4), 360, 32),
            new VirtualService(
                    new ServiceKey.ByAddress(Protocol.UDP, IpAddresses.parse("10.0.0.2"), 5060),
                    "rr",
                    Set.of(ServiceFlag.ONE_PACKET),
                    new Persistence(60, 32, "sip")));

    /** One real server of each kind for an IPv4 service that keeps the client's port; no two have a key in common. */
    static final List<RealServer> SERVERS = List.of(
            server("10.1.0.1", 80, ForwardingMethod.DIRECT_ROUTE, 1),
            server("10.1.0.1", 81, ForwardingMethod.MASQUERADE, 0),
            server("10.1.0.2", 80, ForwardingMethod.TUNNEL, 65535),
            server("223.255.255.254", 65535, ForwardingMethod.DIRECT_ROUTE, Integer.MAX_VALUE),
            server("10.1.0.3", 0, ForwardingMethod.MASQUERADE, 3),
            limited("10.1.0.4", 100, 20),
            limited("10.1.0.5", 7, 7),
            limited("10.1.0.6", Integer.MAX_VALUE, 0),
            tunnelled("10.1.0.7", new Tunnel(Tunnel.Type.GUE, 6080, Tunnel.Checksum.NONE)),
            tunnelled("10.1.0.8", new Tunnel(Tunnel.Type.GUE, 65535, Tunnel.Checksum.FULL)),
            tunnelled("10.1.0.9", new Tunnel(Tunnel.Type.GUE, 1, Tunnel.Checksum.REMOTE)),
            tunnelled("10.1.0.10", new Tunnel(Tunnel.Type.GRE, 0, Tunnel.Checksum.NONE)),
            tunnelled("10.1.0.11", new Tunnel(Tunnel.Type.GRE, 0, Tunnel.Checksum.FULL)),
            tunnelled("2001:db8:1::1", Tunnel.IPIP),
            tunnelled("2001:db8:1::2", new Tunnel(Tunnel.Type.GUE, 6080, Tunnel.Checksum.FULL)));

    private Tables() {}

    static ServiceKey tcp(String address, int port) {
        return new ServiceKey.ByAddress(Protocol.TCP, IpAddresses.parse(address), port);
    }

    static VirtualService service(ServiceKey key, String scheduler, ServiceFlag... flags) {
        Set<ServiceFlag> set = EnumSet.noneOf(ServiceFlag.class);
        set.addAll(List.of(flags));
        return new VirtualService(key, scheduler, set, null);
    }

    static VirtualService persistent(ServiceKey key, int timeoutSeconds, int prefixLength) {
        return new VirtualService(key, "rr", Set.of(), new Persistence(timeoutSeconds, prefixLength, null));
    }

    static RealServerKey serverKey(String address, int port) {
        return new RealServerKey(IpAddresses.parse(address), port);
    }

    static RealServer server(String address, int port, ForwardingMethod method, int weight) {
        return RealServer.of(serverKey(address, port), method, weight);
    }

    private static RealServer limited(String address, int upperThreshold, int lowerThreshold) {
        return new RealServer(
                serverKey(address, 80), ForwardingMethod.DIRECT_ROUTE, 1, upperThreshold, lowerThreshold, Tunnel.IPIP);
    }

    private static RealServer tunnelled(String address, Tunnel tunnel) {
        return new RealServer(serverKey(address, 80), ForwardingMethod.TUNNEL, 1, 0, 0, tunnel);
    }
}
