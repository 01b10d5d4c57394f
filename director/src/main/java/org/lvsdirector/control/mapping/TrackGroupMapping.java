package org.lvsdirector.control.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.config.TrackGroupConfig;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** Track groups as an instance heeds them: the interfaces of the static entries, as keepalived does, and the entries themselves. */
final class TrackGroupMapping {
    private TrackGroupMapping() {}

    static List<Tracked> tracked(String instance, List<TrackGroupConfig> groups) {
        Set<String> interfaces = new LinkedHashSet<>();
        List<Tracked> tracked = new ArrayList<>();
        for (TrackGroupConfig group : groups) {
            if (group.members().contains(instance)) {
                group.addresses().stream()
                        .filter(address -> address.device() != null)
                        .forEach(address -> interfaces.add(address.device()));
                group.routing().forEach(entry -> interfaces.addAll(entry.interfaces()));
                tracked.add(new Tracked(TrackerKind.STATIC, group.name(), 0, false));
            }
        }
        interfaces.forEach(name -> tracked.add(Tracked.link(name)));
        return tracked;
    }
}
