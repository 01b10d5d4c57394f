package org.lvsdirector.vrrp.runtime;

import java.util.LinkedHashSet;
import java.util.Set;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;

/**
 * The interfaces of instances with {@code promote_secondaries}: an address may go from them without taking others of its subnet along.
 * Those that were not so before are so only as long as an instance wants it.
 */
final class PromotedInterfaces {
    private final VrrpPorts ports;
    private final Set<String> changed = new LinkedHashSet<>();
    private Set<String> wanted = Set.of();

    PromotedInterfaces(VrrpPorts ports) {
        this.ports = ports;
    }

    void become(RouterSettings settings) {
        Set<String> next = new LinkedHashSet<>();
        for (InstanceSettings instance : settings.instances()) {
            if (instance.host().promotesSecondaries()) {
                next.add(instance.interfaceName());
            }
        }
        wanted = next;
        for (String name : Set.copyOf(changed)) {
            if (!next.contains(name)) {
                changed.remove(name);
                attempt(() -> ports.addresses().promoteSecondaries(name, false));
            }
        }
        ensure();
    }

    /** Does what could not be done before because an interface was missing. */
    void ensure() {
        for (String name : wanted) {
            attempt(() -> {
                if (!ports.addresses().promoteSecondaries(name, true)) {
                    changed.add(name);
                }
            });
        }
    }

    private void attempt(Runnable call) {
        try {
            call.run();
        } catch (PortException e) {
            ports.sink().log(LogLevel.WARNING, String.valueOf(e.getMessage()));
        }
    }
}
