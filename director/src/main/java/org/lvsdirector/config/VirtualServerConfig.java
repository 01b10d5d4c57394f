package org.lvsdirector.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.PoolPolicy;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.ServiceFlag;
import org.lvsdirector.ipvs.ServiceKey;

/**
 * A {@code virtual_server}: one pool of real servers with one set of checks, behind one or more kernel services.
 *
 * @param label what the operator wrote after {@code virtual_server}, single spaced: {@code 10.0.0.1 80}, {@code fwmark 300}, {@code group web}
 * @param services the kernel services it stands for, at least one; more with a virtual server group
 * @param scheduler kernel name, at most 15 bytes
 * @param persistence null: each connection is scheduled on its own
 * @param alpha real servers start as down until checked
 * @param omega at shutdown run the scripts for real servers and quorum going down
 * @param sorryServer null: none
 * @param policy what else holds for all real servers together
 * @param marked addresses whose packets the director has nf_tables give the mark of the first service; empty: the operator's own services
 */
public record VirtualServerConfig(
        String label,
        List<ServiceKey> services,
        String scheduler,
        Set<ServiceFlag> flags,
        @Nullable Persistence persistence,
        QuorumConfig quorum,
        boolean alpha,
        boolean omega,
        @Nullable SorryServerConfig sorryServer,
        List<RealServerConfig> realServers,
        PoolPolicy policy,
        List<ServiceKey.ByAddress> marked,
        SourcePlace place) {
    public VirtualServerConfig {
        services = List.copyOf(services);
        flags = Set.copyOf(flags);
        realServers = List.copyOf(realServers);
        marked = List.copyOf(marked);
    }

    /** The same with one service by a firewall mark in the place of these services by address. */
    public VirtualServerConfig marked(long mark, List<ServiceKey.ByAddress> addresses) {
        List<ServiceKey> keys = new ArrayList<>();
        keys.add(new ServiceKey.ByFwmark(mark, addresses.get(0).family()));
        services.stream().filter(ServiceKey.ByFwmark.class::isInstance).forEach(keys::add);
        return new VirtualServerConfig(
                label,
                keys,
                scheduler,
                flags,
                persistence,
                quorum,
                alpha,
                omega,
                sorryServer,
                realServers,
                policy,
                addresses,
                place);
    }
}
