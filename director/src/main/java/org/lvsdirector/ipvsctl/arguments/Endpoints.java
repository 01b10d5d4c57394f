package org.lvsdirector.ipvsctl.arguments;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvsctl.names.Names;

/**
 * Reads endpoints, and remembers those read before: in a saved table a service stands before each of its real servers, and a real server in
 * many services. What stands often is one object then, which is most of a large table's memory.
 */
final class Endpoints {
    /** Where nothing stands twice this many are remembered in vain, and then forgotten. */
    private static final int MAX_REMEMBERED = 4096;

    private final Names names;
    private final Map<Protocol, Map<String, Endpoint>> known = new EnumMap<>(Protocol.class);
    private ServiceKey.@Nullable ByAddress lastService;

    Endpoints(Names names) {
        this.names = names;
    }

    /** As {@link Endpoint#read}. */
    @Nullable
    Endpoint read(String text, Protocol protocol) {
        Map<String, Endpoint> ofProtocol = known.get(protocol);
        if (ofProtocol == null) {
            ofProtocol = new HashMap<>();
            known.put(protocol, ofProtocol);
        }
        Endpoint endpoint = ofProtocol.get(text);
        if (endpoint == null) {
            endpoint = Endpoint.read(text, protocol, names);
            if (ofProtocol.size() >= MAX_REMEMBERED) {
                ofProtocol.clear();
            }
            if (endpoint != null) {
                ofProtocol.put(text, endpoint);
            }
        }
        return endpoint;
    }

    /** The service there; one object for neighbours. */
    ServiceKey service(Protocol protocol, Endpoint endpoint) {
        int port = endpoint.portOr(0);
        ServiceKey.ByAddress last = lastService;
        if (last == null
                || last.protocol() != protocol
                || last.port() != port
                || !last.address().equals(endpoint.address())) {
            last = new ServiceKey.ByAddress(protocol, endpoint.address(), port);
            lastService = last;
        }
        return last;
    }
}
