package org.lvsdirector.vrrp.runtime;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.RouterEvent;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.RoutingEntry;

/** Keeps on the host what belongs there beside virtual addresses: looks after it when something has happened around it. */
final class HostUpkeep {
    private final VrrpPorts ports;
    private final HeldLinks links;
    private final HeldRouting routing;
    private final StaticHold statics;
    private final Consumer<RouterEvent> machine;
    private boolean due;

    HostUpkeep(VrrpPorts ports, HeldLinks links, HeldRouting routing, Consumer<RouterEvent> machine) {
        this.ports = ports;
        this.links = links;
        this.routing = routing;
        this.statics = new StaticHold(ports, routing, machine);
        this.machine = machine;
    }

    /** Goes over to other settings; {@link RouterSettings#EMPTY} gives all up. */
    void become(RouterSettings settings) {
        statics.become(settings.statics());
    }

    /** Links or addresses are not what they were: routes may have gone with them. */
    void surroundingsChanged() {
        due = true;
    }

    /** Puts back what is gone, if anything has happened that may have taken it. */
    void refresh() {
        boolean removals = ports.routing().takeRemovals();
        if (!due && !removals) {
            return;
        }
        due = false;
        links.restore();
        statics.restoreAddresses();
        routing.restore(this::restored);
        statics.judgeGroups();
    }

    private void restored(@Nullable InstanceKey instance, RoutingEntry entry) {
        if (instance == null) {
            ports.sink().log(LogLevel.WARNING, "Restoring deleted static " + entry.text());
        } else {
            machine.accept(new RouterEvent.RoutingRestored(instance, entry));
        }
    }
}
