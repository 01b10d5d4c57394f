package org.lvsdirector.vrrp.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.RouterEvent;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.TrackGroup;
import org.lvsdirector.vrrp.settings.TrackerKind;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/**
 * Tells the machine which track groups have lost a static entry for good. What went with its interface does not count here: instances
 * track those interfaces themselves, with the delays that an operator gave them.
 */
final class TrackGroups {
    private final VrrpPorts ports;
    private final Consumer<RouterEvent> machine;
    /** What each group was said to have lost; empty for nothing. */
    private final Map<String, String> told = new HashMap<>();

    private List<TrackGroup> groups = List.of();

    TrackGroups(VrrpPorts ports, Consumer<RouterEvent> machine) {
        this.ports = ports;
        this.machine = machine;
    }

    void become(List<TrackGroup> next) {
        groups = next;
        told.keySet().retainAll(next.stream().map(TrackGroup::name).toList());
    }

    void judge(Predicate<VirtualAddress> lostAddress, Predicate<RoutingEntry> lostEntry) {
        for (TrackGroup group : groups) {
            Stream<String> lost = Stream.concat(
                    group.addresses().stream()
                            .filter(address -> lostAddress.test(address) && isUp(address.interfaceName()))
                            .map(address -> "address " + address.address().getHostAddress()),
                    group.routing().stream()
                            .filter(entry -> lostEntry.test(entry)
                                    && entry.interfaces().stream().allMatch(this::isUp))
                            .map(RoutingEntry::text));
            tell(group.name(), lost.findFirst().orElse(""));
        }
    }

    private boolean isUp(@Nullable String interfaceName) {
        return interfaceName == null || ports.interfaces().state(interfaceName) == LinkState.UP;
    }

    private void tell(String group, String lost) {
        String before = told.put(group, lost);
        if (lost.equals(before)) {
            return;
        }
        if (!lost.isEmpty()) {
            ports.sink().log(LogLevel.WARNING, "track_group " + group + " has lost static " + lost);
        } else if (!Objects.requireNonNullElse(before, "").isEmpty()) {
            ports.sink().log(LogLevel.NOTICE, "track_group " + group + " has all its static entries again");
        }
        machine.accept(new RouterEvent.TrackerRead(TrackerKind.STATIC, group, lost.isEmpty() ? 1 : 0));
    }
}
