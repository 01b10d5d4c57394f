package org.lvsdirector.ipvsctl.arguments;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;

/** The switches that say which real server is meant and how it is to be. */
final class ServerArguments {
    private static final int MAX_PORT = 0xFFFF;
    private static final Set<Option> CHECKSUMS = EnumSet.of(Option.TUN_NOCSUM, Option.TUN_CSUM, Option.TUN_REMCSUM);
    private static final Set<Option> TUNNEL_DETAILS =
            EnumSet.of(Option.TUN_PORT, Option.TUN_NOCSUM, Option.TUN_CSUM, Option.TUN_REMCSUM);
    private static final Rule IPIP_RULE = new Rule(Rule.NONE, Rule.NONE, Rule.NONE);
    private static final Rule GUE_RULE = new Rule(EnumSet.of(Option.TUN_PORT), Rule.NONE, CHECKSUMS);
    private static final Rule GRE_RULE = new Rule(Rule.NONE, Rule.NONE, EnumSet.of(Option.TUN_NOCSUM, Option.TUN_CSUM));

    private final Endpoints endpoints;

    private @Nullable Endpoint endpoint;
    private int portInstead;
    private ForwardingMethod method = ForwardingMethod.DIRECT_ROUTE;
    private int weight = 1;
    private int upperThreshold;
    private int lowerThreshold;
    private Tunnel.Type tunnelType = Tunnel.Type.IPIP;
    private int tunnelPort;
    private Tunnel.Checksum checksum = Tunnel.Checksum.NONE;

    ServerArguments(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * The real server's address.
     *
     * @param servicePort stands in for its port; as with ipvsadm 0 if the service comes later on the command line
     */
    void address(String text, Protocol protocol, int servicePort) throws UsageException {
        endpoint = endpoints.read(text, protocol);
        portInstead = servicePort;
        if (endpoint == null) {
            throw UsageException.rejected("illegal real server address[:port] specified");
        }
    }

    void method(ForwardingMethod newMethod) {
        method = newMethod;
    }

    void weight(String text) throws UsageException {
        weight = number(text, 0, Integer.MAX_VALUE, "illegal weight specified");
    }

    void upperThreshold(String text) throws UsageException {
        upperThreshold = number(text, 0, Integer.MAX_VALUE, "illegal u_threshold specified");
    }

    void lowerThreshold(String text) throws UsageException {
        lowerThreshold = number(text, 0, Integer.MAX_VALUE, "illegal l_threshold specified");
    }

    void tunnelType(String text) throws UsageException {
        tunnelType = switch (text) {
            case "ipip" -> Tunnel.Type.IPIP;
            case "gue" -> Tunnel.Type.GUE;
            case "gre" -> Tunnel.Type.GRE;
            default -> throw UsageException.rejected("illegal tunnel type specified");
        };
    }

    void tunnelPort(String text) throws UsageException {
        tunnelPort = number(text, 1, MAX_PORT, "illegal tunnel port specified");
    }

    void checksum(Tunnel.Checksum newChecksum) {
        checksum = newChecksum;
    }

    static int number(String text, int min, int max, String complaint) throws UsageException {
        long number = Numbers.read(text, min, max);
        if (number == Numbers.INVALID) {
            throw UsageException.rejected(complaint);
        }
        return (int) number;
    }

    /** The real server that is meant. */
    RealServerKey key() {
        return given().server(portInstead);
    }

    /** Where real servers are to be looked for. */
    Filter.Place place() {
        return new Filter.Place(given().address(), given().portOr(0));
    }

    private Endpoint given() {
        if (endpoint == null) {
            throw new IllegalStateException("the matrix let a real server's command through without a real server");
        }
        return endpoint;
    }

    /** The real server as it is to be made. */
    RealServer server(ServiceKey service, Set<Option> options) throws UsageException {
        RealServerKey key = key();
        if (key.family() != service.family() && method != ForwardingMethod.TUNNEL) {
            throw UsageException.rejected("Different address family is allowed only for tunneling servers");
        }
        if (method != ForwardingMethod.MASQUERADE && service instanceof ServiceKey.ByAddress byAddress) {
            // Without address translation packets keep the service's port, whatever the command line says.
            key = given().serverAt(byAddress.port());
        }
        return given().remembered(new RealServer(key, method, weight, upperThreshold, lowerThreshold, tunnel(options)));
    }

    private Tunnel tunnel(Set<Option> options) throws UsageException {
        if (method != ForwardingMethod.TUNNEL) {
            if (options.contains(Option.TUN_TYPE) || !Collections.disjoint(options, TUNNEL_DETAILS)) {
                throw UsageException.rejected("Tunnel options conflict with forward method");
            }
            return Tunnel.IPIP;
        }
        switch (tunnelType) {
            case IPIP -> IPIP_RULE.check(options, TUNNEL_DETAILS, "'ipip' tunnel type");
            case GUE -> GUE_RULE.check(options, TUNNEL_DETAILS, "'gue' tunnel type");
            case GRE -> GRE_RULE.check(options, TUNNEL_DETAILS, "'gre' tunnel type");
        }
        return new Tunnel(tunnelType, tunnelPort, checksum);
    }
}
