package org.lvsdirector.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.PoolPolicy;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.ServiceFlag;
import org.lvsdirector.ipvs.ServiceKey;

/**
 * One configured virtual server. It may stand for any number of services of the kernel (a group, a range), which share its real servers and
 * their checks.
 *
 * @param name as logs write it, unique in a configuration; {@link Names#of(ServiceKey)} for one service
 * @param keys the kernel's services, at least one; all of one address family
 * @param scheduler such as {@code wrr}
 * @param persistence null for none
 * @param sorry stands in when the quorum is lost; null for none. Its weight and thresholds count like any other's
 * @param quorum live weight needed, at least 1
 * @param hysteresis less than the quorum
 * @param omega at a stop, scripts run as if all servers went down
 * @param policy what else holds for all real servers together
 */
public record ServiceDefinition(
        String name,
        List<ServiceKey> keys,
        String scheduler,
        Set<ServiceFlag> flags,
        @Nullable Persistence persistence,
        List<RealServerDefinition> servers,
        @Nullable RealServerDefinition sorry,
        long quorum,
        long hysteresis,
        boolean omega,
        PoolPolicy policy) {
    public ServiceDefinition {
        keys = List.copyOf(keys);
        flags = Set.copyOf(flags);
        servers = List.copyOf(servers);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("virtual service " + name + " has no address and no mark");
        }
    }

    /** One about whose real servers nothing else was said. */
    public ServiceDefinition(
            String name,
            List<ServiceKey> keys,
            String scheduler,
            Set<ServiceFlag> flags,
            @Nullable Persistence persistence,
            List<RealServerDefinition> servers,
            @Nullable RealServerDefinition sorry,
            long quorum,
            long hysteresis,
            boolean omega) {
        this(name, keys, scheduler, flags, persistence, servers, sorry, quorum, hysteresis, omega, PoolPolicy.USUAL);
    }
}
