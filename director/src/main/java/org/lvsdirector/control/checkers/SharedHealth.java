package org.lvsdirector.control.checkers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.health.CheckHealth;

/**
 * What a reload knows of checks that are made for the first time. With another configuration another one of several alike may be the one that is
 * made, or each for itself again; a server found dead must not come back since a service beside its own went.
 */
final class SharedHealth {
    private SharedHealth() {}

    /**
     * @param before who stood for whom
     * @param after who is going to
     * @param results of the checks that were made
     */
    static Map<CheckId, CheckHealth> of(
            List<SharedCheck> before, List<SharedCheck> after, Map<CheckId, CheckHealth> results) {
        Map<CheckId, CheckHealth> all = new HashMap<>(results);
        for (SharedCheck one : before) {
            CheckHealth made = results.get(one.made());
            if (made != null) {
                all.put(one.own(), made);
            }
        }
        Map<CheckId, CheckHealth> known = new HashMap<>();
        all.forEach((check, health) -> known.put(check, asBefore(health)));
        for (SharedCheck one : after) {
            CheckHealth own = known.get(one.own());
            if (own != null && !results.containsKey(one.made())) {
                known.merge(one.made(), own, (first, other) -> first.up() ? other : first);
            }
        }
        return known;
    }

    private static CheckHealth asBefore(CheckHealth health) {
        return health.hasRun() ? CheckHealth.known(health.up(), health.weightChange()) : CheckHealth.inherited(health);
    }
}
