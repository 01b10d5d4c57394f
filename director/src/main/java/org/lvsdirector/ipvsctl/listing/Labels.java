package org.lvsdirector.ipvsctl.listing;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvsctl.Personality;
import org.lvsdirector.ipvsctl.names.AddressText;
import org.lvsdirector.ipvsctl.names.Names;

/** How services and real servers are called in a listing: by numbers, or by names where the user wants names and there are any. */
public final class Labels {
    private final Names names;
    private final boolean numeric;
    private final Personality personality;

    public Labels(Names names, boolean numeric, Personality personality) {
        this.names = names;
        this.numeric = numeric;
        this.personality = personality;
    }

    /** An address and a port, the address of IPv6 in brackets. */
    String endpoint(InetAddress address, int port, Protocol protocol) {
        String host = host(address);
        String end = ":" + port(port, protocol);
        return address instanceof Inet6Address ? "[" + host + "]" + end : host + end;
    }

    private String host(InetAddress address) {
        @Nullable String name = numeric ? null : names.hostOf(address);
        return name == null ? AddressText.of(address) : name;
    }

    private String port(int port, Protocol protocol) {
        @Nullable String name = numeric ? null : names.serviceAt(port, protocol);
        return name == null ? Integer.toString(port) : name;
    }

    String server(RealServerKey server, ServiceKey service) {
        return endpoint(server.address(), server.port(), protocolOf(service));
    }

    /** The protocol that names a service's ports; ipvsadm takes TCP for services by mark. */
    private static Protocol protocolOf(ServiceKey service) {
        return service instanceof ServiceKey.ByAddress byAddress ? byAddress.protocol() : Protocol.TCP;
    }

    /** A service as a listing names it, such as {@code TCP  10.0.0.1:80} or {@code FWM  300 IPv6}. */
    String service(ServiceKey service) {
        if (service instanceof ServiceKey.ByAddress byAddress) {
            String protocol = byAddress.protocol() == Protocol.SCTP
                    ? "SCTP "
                    : byAddress.protocol() == Protocol.UDP ? "UDP  " : "TCP  ";
            return protocol + endpoint(byAddress.address(), byAddress.port(), byAddress.protocol());
        }
        ServiceKey.ByFwmark byMark = (ServiceKey.ByFwmark) service;
        return "FWM  " + mark(byMark) + (byMark.family() == AddressFamily.IPV6 ? " IPv6" : "");
    }

    /** A service as a command line names it, such as {@code -t 10.0.0.1:80} or {@code -f 300 -6}. */
    String serviceArguments(ServiceKey service) {
        if (service instanceof ServiceKey.ByAddress byAddress) {
            String option =
                    switch (byAddress.protocol()) {
                        case TCP -> "-t ";
                        case UDP -> "-u ";
                        case SCTP -> "--sctp-service ";
                    };
            return option + endpoint(byAddress.address(), byAddress.port(), byAddress.protocol());
        }
        ServiceKey.ByFwmark byMark = (ServiceKey.ByFwmark) service;
        return "-f " + mark(byMark) + (byMark.family() == AddressFamily.IPV6 ? " -6" : "");
    }

    /** ipvsadm prints the unsigned mark as a signed number. */
    private String mark(ServiceKey.ByFwmark service) {
        return personality == Personality.IPVSADM
                ? Integer.toString((int) service.mark())
                : Long.toString(service.mark());
    }
}
