package org.lvsdirector.vrrp.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.RouterEvent;
import org.lvsdirector.vrrp.settings.AddressOption;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.StaticSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** Static addresses, routes and rules: there from start to stop, changed by a reload, and put back when somebody else removes them. */
final class StaticHold {
    private static final String NO_INTERFACE = "";

    private final VrrpPorts ports;
    private final HeldRouting routing;
    private final TrackGroups groups;
    private final Set<VirtualAddress> lost = new HashSet<>();
    private StaticSettings present = StaticSettings.NONE;

    StaticHold(VrrpPorts ports, HeldRouting routing, Consumer<RouterEvent> machine) {
        this.ports = ports;
        this.routing = routing;
        this.groups = new TrackGroups(ports, machine);
    }

    /** Goes over to other ones: rules, routes and addresses that are no longer wanted go, then the new ones come. */
    void become(StaticSettings next) {
        StaticSettings before = present;
        present = next;
        for (RoutingEntry entry : backwards(without(before.routing(), next.routing()))) {
            routing.removed(entry);
            attempt(() -> ports.routing().remove(entry));
        }
        for (VirtualAddress address : without(before.addresses(), next.addresses())) {
            lost.remove(address);
            attempt(() -> ports.addresses().remove(address, NO_INTERFACE));
        }
        for (VirtualAddress address : without(next.addresses(), before.addresses())) {
            if (!attempt(() -> ports.addresses().add(address, NO_INTERFACE))) {
                lost.add(address);
            }
        }
        for (RoutingEntry entry : without(next.routing(), before.routing())) {
            routing.added(entry, null);
            if (!attempt(() -> ports.routing().add(entry))) {
                routing.failed(entry);
            }
        }
        groups.become(next.groups());
        judgeGroups();
    }

    /** Tells the machine of groups that have lost an entry, or have all of them again. */
    void judgeGroups() {
        groups.judge(lost::contains, routing::isLost);
    }

    /** Puts back addresses that are gone. */
    void restoreAddresses() {
        for (VirtualAddress address : present.addresses()) {
            String interfaceName = address.interfaceOr(NO_INTERFACE);
            if (ports.interfaces().addresses(interfaceName).contains(address.address())) {
                lost.remove(address);
            } else if (!address.options().contains(AddressOption.NOT_TRACKED) && isThere(interfaceName)) {
                restore(address, interfaceName);
            }
        }
    }

    private void restore(VirtualAddress address, String interfaceName) {
        try {
            if (ports.addresses().add(address, NO_INTERFACE)) {
                String text = address.address().getHostAddress() + " dev " + interfaceName;
                ports.sink().log(LogLevel.WARNING, "Restoring deleted static address " + text);
            }
            lost.remove(address);
        } catch (PortException e) {
            // Once: what happens around it may be much, and no news.
            if (lost.add(address)) {
                ports.sink().log(LogLevel.ERROR, e.getMessage() + "; it will be tried again");
            }
        }
    }

    private boolean isThere(String interfaceName) {
        return ports.interfaces().state(interfaceName) != LinkState.MISSING;
    }

    /** Returns whether it was done; if not, that was told. */
    private boolean attempt(Runnable call) {
        try {
            call.run();
            return true;
        } catch (PortException e) {
            ports.sink().log(LogLevel.ERROR, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static <T> List<T> without(List<T> all, List<T> others) {
        List<T> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static <T> List<T> backwards(List<T> all) {
        List<T> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        return reversed;
    }
}
