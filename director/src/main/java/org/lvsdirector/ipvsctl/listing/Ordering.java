package org.lvsdirector.ipvsctl.listing;

import java.util.List;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvsctl.Defect;
import org.lvsdirector.ipvsctl.Personality;

/**
 * The order of a listing: services by mark (none first), family, protocol, address and port; real servers by address and port.
 * ipvsadm subtracts unsigned numbers into a signed one, so that with it 200.0.0.1 may come before 10.0.0.1; its own sort algorithm
 * decides what becomes of such contradictions, and is therefore repeated for the name of ipvsadm.
 */
public interface Ordering {

    /** The services in order. */
    List<ServiceEntry> services(List<ServiceEntry> services);

    /** The real servers of one service in order. */
    List<RealServerEntry> servers(List<RealServerEntry> servers);

    /** The order that a personality lists in. */
    static Ordering of(Personality personality) {
        return personality.has(Defect.SIGNED_ORDER) ? new IpvsadmOrdering() : new NumericOrdering();
    }

    /** 0 for a service by address. */
    static long mark(ServiceKey key) {
        return key instanceof ServiceKey.ByFwmark byMark ? byMark.mark() : 0;
    }

    /** 0 for a service by mark. */
    static int protocol(ServiceKey key) {
        return key instanceof ServiceKey.ByAddress byAddress
                ? byAddress.protocol().number()
                : 0;
    }
}
