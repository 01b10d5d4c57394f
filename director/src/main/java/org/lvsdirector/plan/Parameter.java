package org.lvsdirector.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.ipvs.VirtualService;

/**
 * One parameter of a service or a real server, in words.
 *
 * @param usual whether it is what everybody has, and so not worth a word when something is added
 */
record Parameter(String name, String value, boolean usual) {
    private static final String NONE = "none";

    /** Those of a service, always as many and in the same order. */
    static List<Parameter> of(VirtualService service) {
        Persistence persistence = service.persistence();
        int bits = service.key().family().addressBits();
        int prefix = persistence == null ? bits : persistence.prefixLength();
        String engine = persistence == null ? null : persistence.engine();
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("scheduler", service.scheduler(), false));
        parameters.add(optional("persistence", persistence == null ? NONE : persistence.timeoutSeconds() + " s"));
        parameters.add(new Parameter("persistence prefix", "/" + prefix, prefix == bits));
        parameters.add(optional("persistence engine", engine == null ? NONE : engine));
        parameters.add(optional("flags", service.flags().isEmpty() ? NONE : lower(new TreeSet<>(service.flags()))));
        return parameters;
    }

    /** Those of a real server, always as many and in the same order. */
    static List<Parameter> of(RealServer server) {
        return List.of(
                new Parameter("method", method(server.method()), false),
                new Parameter("weight", Integer.toString(server.weight()), false),
                threshold("uthreshold", server.upperThreshold()),
                threshold("lthreshold", server.lowerThreshold()),
                optional("tunnel", tunnel(server.tunnel())));
    }

    private static Parameter optional(String name, String value) {
        return new Parameter(name, value, value.equals(NONE));
    }

    private static Parameter threshold(String name, int value) {
        return new Parameter(name, Integer.toString(value), value == 0);
    }

    /** The operator's words for a method: those of {@code lb_kind}. */
    private static String method(ForwardingMethod method) {
        return switch (method) {
            case MASQUERADE -> "NAT";
            case DIRECT_ROUTE -> "DR";
            case TUNNEL -> "TUN";
            case LOCAL -> "local";
            case BYPASS -> "bypass";
        };
    }

    private static String tunnel(Tunnel tunnel) {
        if (tunnel.equals(Tunnel.IPIP)) {
            return NONE;
        }
        String port = tunnel.port() == 0 ? "" : " port " + tunnel.port();
        return lower(tunnel.type()) + port + " checksum " + lower(tunnel.checksum());
    }

    private static String lower(Object constants) {
        return constants.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
