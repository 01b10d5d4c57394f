package org.lvsdirector.ipvsctl.arguments;

import java.net.InetAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceKey;

/**
 * Which part of a listing is wanted; null stands for all.
 *
 * @param service with port 0, that address with any port
 * @param server where the real server is
 * @param protocol {@code tcp}, {@code udp}, {@code sctp}, or {@code fwm} for services by mark
 * @param state of connections, such as {@code ESTABLISHED}, in any case
 */
public record Filter(
        @Nullable ServiceKey service,
        @Nullable Place server,
        @Nullable String protocol,
        @Nullable String state) {

    /** Everything. */
    public static final Filter NONE = new Filter(null, null, null, null);

    private static final int ANY_PORT = 0;

    /**
     * An address, and a port unless any will do.
     *
     * @param port 0 for any
     */
    public record Place(InetAddress address, int port) {
        boolean covers(InetAddress otherAddress, int otherPort) {
            return address.equals(otherAddress) && (port == ANY_PORT || port == otherPort);
        }
    }

    /** Whether a service is wanted, as far as that does not depend on its real servers. */
    public boolean wants(ServiceKey key) {
        if (key instanceof ServiceKey.ByAddress byAddress) {
            return wants(byAddress.protocol(), byAddress.address(), byAddress.port());
        }
        return (protocol == null || protocol.equals("fwm")) && (service == null || service.equals(key));
    }

    /** Whether what has only a mark to tell it by is wanted. */
    public boolean wantsMarks() {
        return service == null && (protocol == null || protocol.equals("fwm"));
    }

    /** Whether what is addressed so is wanted. */
    public boolean wants(Protocol itsProtocol, InetAddress address, int port) {
        if (protocol != null && !protocol.equals(itsProtocol.name().toLowerCase(Locale.ROOT))) {
            return false;
        }
        return service == null
                || (service instanceof ServiceKey.ByAddress wanted
                        && wanted.protocol() == itsProtocol
                        && new Place(wanted.address(), wanted.port()).covers(address, port));
    }

    /** Whether a real server is wanted. */
    public boolean wantsServer(InetAddress address, int port) {
        return server == null || server.covers(address, port);
    }

    /** Whether connections in a state are wanted. */
    public boolean wantsState(String itsState) {
        return state == null || state.equalsIgnoreCase(itsState);
    }
}
