package org.lvsdirector.control.checkers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Planner;
import org.lvsdirector.plan.RealServerDefinition;
import org.lvsdirector.plan.ServiceDefinition;

/**
 * What a table says of the health of servers whose checks have not run yet. A process that takes over after a crash must not put a dead
 * server back, so what an existing service does not offer counts as down until a check says otherwise.
 */
final class AdoptedHealth {
    private final IpvsTable table;
    private final Map<CheckId, CheckHealth> lastKnown;
    private final Map<String, ServiceDefinition> services = new LinkedHashMap<>();
    /** By service and name, filled as they are asked for: a service without checks never is. */
    private final Map<String, Map<String, RealServerDefinition>> servers = new LinkedHashMap<>();

    /** @param lastKnown the last state of each check that a predecessor knew; where it says something the table is not asked */
    AdoptedHealth(Iterable<ServiceDefinition> definitions, IpvsTable table, Map<CheckId, CheckHealth> lastKnown) {
        this.table = table;
        this.lastKnown = lastKnown;
        for (ServiceDefinition service : definitions) {
            services.put(service.name(), service);
        }
    }

    /** The state in which a check starts. */
    CheckHealth of(CheckSpec check) {
        CheckHealth known = lastKnown.get(check.id());
        if (known != null) {
            return known;
        }
        IpvsTable.Row row = row(services.get(check.id().service()));
        RealServerDefinition server = row == null ? null : server(check.id());
        if (row == null || server == null) {
            return CheckHealth.initial(check.alpha());
        }
        return isOffered(server, row) ? CheckHealth.initial(false) : CheckHealth.presumedDown();
    }

    private @Nullable RealServerDefinition server(CheckId check) {
        return servers.computeIfAbsent(check.service(), this::serversOf).get(check.server());
    }

    private Map<String, RealServerDefinition> serversOf(String name) {
        Map<String, RealServerDefinition> byName = new LinkedHashMap<>();
        ServiceDefinition service = services.get(name);
        if (service != null) {
            service.servers().forEach(server -> byName.put(server.name(), server));
        }
        return byName;
    }

    /** Whether a service is in the table already. */
    boolean exists(ServiceDefinition service) {
        return row(service) != null;
    }

    /** Whether the sorry server of a service stands in. One that is a real server too says nothing. */
    boolean sorryStandsIn(ServiceDefinition service) {
        RealServerDefinition sorry = service.sorry();
        IpvsTable.Row row = row(service);
        if (sorry == null || row == null) {
            return false;
        }
        boolean both = service.servers().stream()
                .anyMatch(server -> Planner.keyOf(server, row.key()).equals(Planner.keyOf(sorry, row.key())));
        return !both && isOffered(sorry, row);
    }

    /** The real servers of a service that the table has, by name. */
    Set<String> offered(ServiceDefinition service) {
        IpvsTable.Row row = row(service);
        return row == null
                ? Set.of()
                : service.servers().stream()
                        .filter(server -> isOffered(server, row))
                        .map(RealServerDefinition::name)
                        .collect(Collectors.toSet());
    }

    /** A weight of 0 means down only where that is how this server is taken out. */
    private static boolean isOffered(RealServerDefinition server, IpvsTable.Row row) {
        RealServer there = row.servers().get(Planner.keyOf(server, row.key()));
        return there != null && (there.weight() > 0 || !server.inhibit() || server.weight() == 0);
    }

    /** Of several services of the kernel, the first that is there: all of them hold the same. */
    private IpvsTable.@Nullable Row row(@Nullable ServiceDefinition service) {
        if (service == null) {
            return null;
        }
        for (ServiceKey key : service.keys()) {
            IpvsTable.Row row = table.row(key);
            if (row != null) {
                return row;
            }
        }
        return null;
    }
}
