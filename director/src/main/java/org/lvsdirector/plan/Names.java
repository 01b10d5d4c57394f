package org.lvsdirector.plan;

import java.net.InetAddress;
import java.util.Locale;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;

/** Names of services and servers as keepalived's log writes them, so that what people search for stays the same. */
public final class Names {
    private Names() {}

    /** {@code [192.168.1.11]:tcp:22}, or {@code FWM 300}. */
    public static String of(ServiceKey key) {
        if (key instanceof ServiceKey.ByAddress byAddress) {
            return of(byAddress.address(), byAddress.protocol(), byAddress.port());
        }
        ServiceKey.ByFwmark byMark = (ServiceKey.ByFwmark) key;
        return "FWM " + byMark.mark();
    }

    /** {@code [10.20.40.11]:tcp:22}. */
    public static String of(InetAddress address, Protocol protocol, int port) {
        return "[" + IpAddresses.format(address) + "]:" + protocol.name().toLowerCase(Locale.ROOT) + ":" + port;
    }

    /**
     * A configured real server of a service: {@code [10.20.40.11]:tcp:22}; {@code [10.20.40.11]:none:0} in a service by mark, which has
     * no protocol, and a port with NAT alone.
     */
    public static String of(ServiceKey service, RealServerKey server) {
        if (service instanceof ServiceKey.ByAddress byAddress) {
            return of(server.address(), byAddress.protocol(), server.port());
        }
        return "[" + IpAddresses.format(server.address()) + "]:none:" + server.port();
    }

    /** {@code 10.20.40.11:22}, or {@code [2001:db8::1]:22}. */
    public static String of(RealServerKey key) {
        return IpAddresses.format(key.address(), key.port());
    }
}
