package org.lvsdirector.vrrp.machine;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;

/** A reload: instances that the old and the new settings share go on, others leave or start. */
record Reconfiguration(Roster roster, Moment moment) {

    void to(RouterSettings next) {
        retireMissing(next);
        roster.scripts().configure(next, moment.nowNanos());
        Set<Instance> fresh = new HashSet<>();
        for (InstanceSettings each : next.instances()) {
            SyncGroupSettings group = Roster.groupOf(next, each);
            Instance known = roster.find(each.key());
            if (known != null) {
                Reload.apply(moment.turn(known), each, group);
            } else {
                fresh.add(start(each, group));
            }
        }
        roster.settings(next);
        roster.formUnits();
        for (SyncUnit unit : roster.units()) {
            boolean starting = unit.members().stream().anyMatch(fresh::contains);
            unit.reassess(moment, roster.surroundings(), starting);
        }
        roster.scripts().runDue(moment);
    }

    private void retireMissing(RouterSettings next) {
        Set<InstanceKey> kept = new HashSet<>();
        next.instances().forEach(each -> kept.add(each.key()));
        for (Instance each : roster.instances()) {
            if (!kept.contains(each.key())) {
                Reload.retire(moment.turn(each));
                roster.remove(each.key());
            }
        }
    }

    private Instance start(InstanceSettings settings, @Nullable SyncGroupSettings group) {
        Instance instance = roster.add(settings, group, moment.nowNanos());
        Transitions.release(moment.turn(instance));
        return instance;
    }
}
