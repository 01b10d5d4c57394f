package org.lvsdirector.vrrp.runtime;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.RoutingEntry;

/**
 * The tracked routes and rules that the driver holds. The kernel drops routes without a word when a link goes down, so the way to know
 * whether one is still there is to add it again: what was there stays as it is.
 */
final class HeldRouting {
    private final VrrpPorts ports;
    /** Whose each is; static ones are nobody's. */
    private final Map<RoutingEntry, Owner> held = new LinkedHashMap<>();

    private final Set<RoutingEntry> cannotRestore = new HashSet<>();

    private record Owner(@Nullable InstanceKey instance) {}

    HeldRouting(VrrpPorts ports) {
        this.ports = ports;
    }

    /** @param instance null for a static one */
    void added(RoutingEntry entry, @Nullable InstanceKey instance) {
        if (entry.tracked()) {
            held.put(entry, new Owner(instance));
        }
    }

    void removed(RoutingEntry entry) {
        held.remove(entry);
        cannotRestore.remove(entry);
    }

    /** One that was added could not be put into the kernel. */
    void failed(RoutingEntry entry) {
        if (held.containsKey(entry)) {
            cannotRestore.add(entry);
        }
    }

    /** Whether this one is gone, and could not be put back when it was last tried. */
    boolean isLost(RoutingEntry entry) {
        return cannotRestore.contains(entry);
    }

    /**
     * Puts back what is gone.
     *
     * @param restored told of each that was gone and is back, with its instance, null for a static one
     */
    void restore(BiConsumer<@Nullable InstanceKey, RoutingEntry> restored) {
        for (Map.Entry<RoutingEntry, Owner> each : List.copyOf(held.entrySet())) {
            RoutingEntry entry = each.getKey();
            try {
                if (ports.routing().add(entry)) {
                    restored.accept(each.getValue().instance(), entry);
                }
                cannotRestore.remove(entry);
            } catch (PortException e) {
                // Once: a link that is down does not let it come back, and tells when it is up.
                if (cannotRestore.add(entry)) {
                    ports.sink().log(LogLevel.ERROR, e.getMessage() + "; it will be tried again");
                }
            }
        }
    }
}
