package org.lvsdirector.vrrp.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lvsdirector.vrrp.machine.InstanceStatus;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.Resumption;
import org.lvsdirector.vrrp.machine.RouterStatus;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/**
 * Takes off what a former process may have left on the interfaces: a router that starts holds no virtual address before it has been
 * elected, else two machines could answer for it.
 */
final class LeftoverRemoval {
    private final VrrpPorts ports;

    LeftoverRemoval(VrrpPorts ports) {
        this.ports = ports;
    }

    /** Before the first packet: all but what is to be resumed. */
    void beforeStart(StartOrder order) {
        Set<InstanceKey> resumed =
                order.resumptions().stream().map(Resumption::instance).collect(Collectors.toSet());
        Set<RoutingEntry> staying = stayingRouting(resumed, order.settings());
        for (RoutingEntry entry : backwards(order.leftoverRouting())) {
            if (!staying.contains(entry)) {
                remove(entry);
            }
        }
        for (StartOrder.Leftover leftover : order.leftovers()) {
            if (!belongsTo(resumed, leftover, order) && !isStatic(leftover, order)) {
                remove(leftover.address(), leftover.interfaceName());
            }
        }
        for (InstanceSettings instance : order.settings().instances()) {
            if (!resumed.contains(instance.key())) {
                removeAll(instance);
            }
        }
        try {
            ports.firewall().dropOnly(List.of());
        } catch (PortException e) {
            ports.sink().log(LogLevel.WARNING, String.valueOf(e.getMessage()));
        }
    }

    /** After the first step: what was to be resumed but came too late. */
    void afterStart(StartOrder order, RouterStatus status) {
        Set<InstanceKey> masters = status.instances().stream()
                .filter(instance -> instance.state() == VrrpState.MASTER)
                .map(InstanceStatus::key)
                .collect(Collectors.toSet());
        Set<InstanceKey> resumed =
                order.resumptions().stream().map(Resumption::instance).collect(Collectors.toSet());
        for (InstanceSettings instance : order.settings().instances()) {
            if (resumed.contains(instance.key()) && !masters.contains(instance.key())) {
                removeAll(instance);
            }
        }
    }

    private static boolean belongsTo(Set<InstanceKey> resumed, StartOrder.Leftover leftover, StartOrder order) {
        return order.settings().instances().stream()
                .filter(instance -> resumed.contains(instance.key()))
                .anyMatch(instance -> instance.allAddresses().stream()
                        .anyMatch(address -> address.address()
                                        .equals(leftover.address().address())
                                && address.interfaceOr(instance.interfaceName()).equals(leftover.interfaceName())));
    }

    private static boolean isStatic(StartOrder.Leftover leftover, StartOrder order) {
        return order.settings().statics().addresses().stream()
                .anyMatch(address -> address.address().equals(leftover.address().address())
                        && leftover.interfaceName().equals(address.interfaceName()));
    }

    private static Set<RoutingEntry> stayingRouting(Set<InstanceKey> resumed, RouterSettings settings) {
        Set<RoutingEntry> staying = new HashSet<>(settings.statics().routing());
        settings.instances().stream()
                .filter(instance -> resumed.contains(instance.key()))
                .forEach(instance -> staying.addAll(instance.host().routing()));
        return staying;
    }

    private static List<RoutingEntry> backwards(List<RoutingEntry> entries) {
        List<RoutingEntry> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        return reversed;
    }

    private void removeAll(InstanceSettings instance) {
        backwards(instance.host().routing()).forEach(this::remove);
        for (VirtualAddress address : instance.allAddresses()) {
            remove(address, instance.interfaceName());
        }
    }

    private void remove(RoutingEntry entry) {
        try {
            if (ports.routing().remove(entry)) {
                ports.sink().log(LogLevel.NOTICE, "removed " + entry.text() + ", left by a former process");
            }
        } catch (PortException e) {
            ports.sink().log(LogLevel.ERROR, String.valueOf(e.getMessage()));
        }
    }

    private void remove(VirtualAddress address, String instanceInterface) {
        try {
            if (ports.addresses().remove(address, instanceInterface)) {
                String text = address.address().getHostAddress() + "/" + address.prefixLength();
                ports.sink()
                        .log(
                                LogLevel.NOTICE,
                                "removed " + text + " from " + address.interfaceOr(instanceInterface)
                                        + ", left by a former process");
            }
        } catch (PortException e) {
            ports.sink().log(LogLevel.ERROR, String.valueOf(e.getMessage()));
        }
    }
}
