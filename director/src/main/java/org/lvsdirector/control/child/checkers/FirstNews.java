package org.lvsdirector.control.child.checkers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.check.health.PoolHealth;
import org.lvsdirector.plan.RealServerDefinition;
import org.lvsdirector.plan.ServiceDefinition;

/** What scripts hear of a start ({@code rs_init_notifies}): each real server, as if it had just become what it is. */
final class FirstNews {
    private FirstNews() {}

    static List<PoolEvent> of(List<ServiceDefinition> services, Map<String, PoolHealth> pools) {
        List<PoolEvent> news = new ArrayList<>();
        for (ServiceDefinition service : services) {
            PoolHealth health = pools.get(service.name());
            if (health == null) {
                continue;
            }
            for (RealServerDefinition server : service.servers()) {
                news.add(new PoolEvent.ServerChanged(service.name(), server.name(), health.isAlive(server.name())));
            }
        }
        return news;
    }
}
