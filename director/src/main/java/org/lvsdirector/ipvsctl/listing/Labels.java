package org.lvsdirector.ipvsctl.listing;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvsctl.Defect;
import org.lvsdirector.ipvsctl.Personality;
import org.lvsdirector.ipvsctl.names.AddressText;
import org.lvsdirector.ipvsctl.names.Names;

/** How services and real servers are called in a listing: by numbers, or by names where the user wants names and there are any. */
public final class Labels {
    private final Names names;
    private final boolean numeric;
    private final boolean signedMarks;

    public Labels(Names names, boolean numeric, Personality personality) {
        this.names = names;
        this.numeric = numeric;
        this.signedMarks = personality.has(Defect.SIGNED_MARKS);
    }

    /**
     * An address and a port, the address of IPv6 in brackets.
     *
     * @param protocol that names ports; null where there is none, and so no names
     */
    TextOutput endpoint(InetAddress address, int port, @Nullable Protocol protocol, TextOutput out) {
        if (address instanceof Inet6Address) {
            host(address, out.add('[')).add(']');
        } else {
            host(address, out);
        }
        out.add(':');
        @Nullable String name = numeric || protocol == null ? null : names.serviceAt(port, protocol);
        return name == null ? out.add(port) : out.add(name);
    }

    private TextOutput host(InetAddress address, TextOutput out) {
        @Nullable String name = numeric ? null : names.hostOf(address);
        if (name != null) {
            return out.add(name);
        }
        return address instanceof Inet4Address ? dotted(address.getAddress(), out) : out.add(AddressText.of(address));
    }

    private static TextOutput dotted(byte[] address, TextOutput out) {
        out.add(address[0] & 0xFF).add('.').add(address[1] & 0xFF).add('.');
        return out.add(address[2] & 0xFF).add('.').add(address[3] & 0xFF);
    }

    TextOutput server(RealServerKey server, ServiceKey service, TextOutput out) {
        return endpoint(server.address(), server.port(), protocolOf(service), out);
    }

    private static @Nullable Protocol protocolOf(ServiceKey service) {
        return service instanceof ServiceKey.ByAddress byAddress ? byAddress.protocol() : null;
    }

    /** A service as a listing names it, such as {@code TCP  10.0.0.1:80} or {@code FWM  300 IPv6}. */
    TextOutput service(ServiceKey service, TextOutput out) {
        if (service instanceof ServiceKey.ByAddress byAddress) {
            out.add(
                    byAddress.protocol() == Protocol.SCTP
                            ? "SCTP "
                            : byAddress.protocol() == Protocol.UDP ? "UDP  " : "TCP  ");
            return endpoint(byAddress.address(), byAddress.port(), byAddress.protocol(), out);
        }
        return mark((ServiceKey.ByFwmark) service, " IPv6", out.add("FWM  "));
    }

    /** A service as a command line names it, such as {@code -t 10.0.0.1:80} or {@code -f 300 -6}. */
    TextOutput serviceArguments(ServiceKey service, TextOutput out) {
        if (service instanceof ServiceKey.ByAddress byAddress) {
            out.add(
                    byAddress.protocol() == Protocol.SCTP
                            ? "--sctp-service "
                            : byAddress.protocol() == Protocol.UDP ? "-u " : "-t ");
            return endpoint(byAddress.address(), byAddress.port(), byAddress.protocol(), out);
        }
        return mark((ServiceKey.ByFwmark) service, " -6", out.add("-f "));
    }

    /** ipvsadm prints the unsigned mark as a signed number. */
    private TextOutput mark(ServiceKey.ByFwmark service, String ipv6, TextOutput out) {
        out.add(signedMarks ? (int) service.mark() : service.mark());
        return service.family() == AddressFamily.IPV6 ? out.add(ipv6) : out;
    }
}
