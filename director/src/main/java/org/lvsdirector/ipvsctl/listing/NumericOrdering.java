package org.lvsdirector.ipvsctl.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceKey;

/** Marks, addresses and ports as the unsigned numbers that they are; IPv4 before IPv6. */
final class NumericOrdering implements Ordering {
    private static final Comparator<ServiceEntry> BY_SERVICE = NumericOrdering::compareServices;
    private static final Comparator<RealServerEntry> BY_SERVER = NumericOrdering::compareServers;

    @Override
    public List<ServiceEntry> services(List<ServiceEntry> services) {
        List<ServiceEntry> sorted = new ArrayList<>(services);
        sorted.sort(BY_SERVICE);
        return sorted;
    }

    @Override
    public List<RealServerEntry> servers(List<RealServerEntry> servers) {
        List<RealServerEntry> sorted = new ArrayList<>(servers);
        sorted.sort(BY_SERVER);
        return sorted;
    }

    private static int compareServices(ServiceEntry left, ServiceEntry right) {
        ServiceKey a = left.service().key();
        ServiceKey b = right.service().key();
        int order = Long.compare(Ordering.mark(a), Ordering.mark(b));
        if (order == 0) {
            order = a.family().compareTo(b.family());
        }
        if (order == 0 && a instanceof ServiceKey.ByAddress x && b instanceof ServiceKey.ByAddress y) {
            order = Integer.compare(x.protocol().number(), y.protocol().number());
            if (order == 0) {
                order = Arrays.compareUnsigned(
                        x.address().getAddress(), y.address().getAddress());
            }
            return order == 0 ? Integer.compare(x.port(), y.port()) : order;
        }
        return order;
    }

    private static int compareServers(RealServerEntry left, RealServerEntry right) {
        RealServerKey a = left.server().key();
        RealServerKey b = right.server().key();
        int order = a.family().compareTo(b.family());
        if (order == 0) {
            order = Arrays.compareUnsigned(a.address().getAddress(), b.address().getAddress());
        }
        return order == 0 ? Integer.compare(a.port(), b.port()) : order;
    }
}
