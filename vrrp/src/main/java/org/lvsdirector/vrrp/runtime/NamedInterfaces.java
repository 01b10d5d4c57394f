package org.lvsdirector.vrrp.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** Collects the interfaces that settings name: those of instances, of single addresses, and the tracked ones. */
final class NamedInterfaces {
    private NamedInterfaces() {}

    static Set<String> of(RouterSettings settings) {
        Set<String> names = new LinkedHashSet<>();
        for (InstanceSettings instance : settings.instances()) {
            names.add(instance.interfaceName());
            instance.allAddresses().forEach(address -> names.add(address.interfaceOr(instance.interfaceName())));
            instance.host().interfaces().all().forEach(made -> names.add(made.name()));
            addTracked(names, instance.tracked());
        }
        settings.statics().addresses().forEach(address -> names.add(address.interfaceOr("")));
        for (SyncGroupSettings group : settings.syncGroups()) {
            addTracked(names, group.tracked());
        }
        return names;
    }

    private static void addTracked(Set<String> names, List<Tracked> trackers) {
        for (Tracked tracked : trackers) {
            if (tracked.kind() == TrackerKind.INTERFACE) {
                names.add(tracked.name());
            }
        }
    }
}
