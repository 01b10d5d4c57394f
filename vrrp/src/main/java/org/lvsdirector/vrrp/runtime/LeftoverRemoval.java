package org.lvsdirector.vrrp.runtime;

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
        for (StartOrder.Leftover leftover : order.leftovers()) {
            if (!belongsTo(resumed, leftover, order)) {
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

    private void removeAll(InstanceSettings instance) {
        for (VirtualAddress address : instance.allAddresses()) {
            remove(address, instance.interfaceName());
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
