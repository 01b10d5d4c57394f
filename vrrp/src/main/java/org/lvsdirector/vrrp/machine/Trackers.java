package org.lvsdirector.vrrp.machine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;

/**
 * Which trackers an instance heeds in the end: its own and its sync group's, without the weights that do not apply. A priority that
 * floats apart from the group's would split it, and the owner's never floats.
 */
final class Trackers {
    private Trackers() {}

    static List<Tracked> of(InstanceSettings instance, @Nullable SyncGroupSettings group) {
        List<Tracked> heeded = new ArrayList<>();
        boolean ignoresWeight = instance.owner() || (group != null && !group.trackingWeight());
        for (Tracked tracked : instance.tracked()) {
            if (tracked.weight() == 0 || !ignoresWeight) {
                heeded.add(tracked);
            } else if (tracked.kind() == TrackerKind.INTERFACE && !instance.owner()) {
                heeded.add(tracked.unweighted());
            }
        }
        if (group != null) {
            group.tracked().forEach(tracked -> addFromGroup(heeded, tracked, instance.owner()));
        }
        return List.copyOf(heeded);
    }

    /** The group's weight replaces the instance's own, except that an own unweighted tracker stays one. */
    private static void addFromGroup(List<Tracked> heeded, Tracked tracked, boolean owner) {
        if (owner && tracked.weight() != 0) {
            return;
        }
        for (int i = 0; i < heeded.size(); i++) {
            Tracked own = heeded.get(i);
            if (own.kind() == tracked.kind() && own.name().equals(tracked.name())) {
                heeded.set(i, own.weight() == 0 ? own : tracked);
                return;
            }
        }
        heeded.add(tracked);
    }
}
