package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.settings.AddressOption;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.StaticSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** Static addresses, routes and rules: there from start to stop, changed by a reload, and put back when somebody else removes them. */
final class StaticHold {
    private static final String NO_INTERFACE = "";

    private final VrrpPorts ports;
    private final HeldRouting routing;
    private StaticSettings present = StaticSettings.NONE;

    StaticHold(VrrpPorts ports, HeldRouting routing) {
        this.ports = ports;
        this.routing = routing;
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
            attempt(() -> ports.addresses().remove(address, NO_INTERFACE));
        }
        for (VirtualAddress address : without(next.addresses(), before.addresses())) {
            attempt(() -> ports.addresses().add(address, NO_INTERFACE));
        }
        for (RoutingEntry entry : without(next.routing(), before.routing())) {
            routing.added(entry, null);
            attempt(() -> ports.routing().add(entry));
        }
    }

    /** Puts back addresses that are gone. */
    void restoreAddresses() {
        for (VirtualAddress address : present.addresses()) {
            String interfaceName = address.interfaceOr(NO_INTERFACE);
            List<InetAddress> there = ports.interfaces().addresses(interfaceName);
            boolean wanted = !address.options().contains(AddressOption.NOT_TRACKED);
            if (wanted && isThere(interfaceName) && !there.contains(address.address())) {
                attempt(() -> {
                    if (ports.addresses().add(address, NO_INTERFACE)) {
                        String text = address.address().getHostAddress() + " dev " + interfaceName;
                        ports.sink().log(LogLevel.WARNING, "Restoring deleted static address " + text);
                    }
                });
            }
        }
    }

    private boolean isThere(String interfaceName) {
        return ports.interfaces().state(interfaceName) != LinkState.MISSING;
    }

    private void attempt(Runnable call) {
        try {
            call.run();
        } catch (PortException e) {
            ports.sink().log(LogLevel.ERROR, String.valueOf(e.getMessage()));
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
