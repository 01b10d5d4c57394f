package org.lvsdirector.vrrp.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;

/** The wires of all instances, found by key or by where a packet came from. */
final class InstanceWires {
    private static final int VRIDS = 256;

    private final LongSupplier epochNanos;
    private final Map<InstanceKey, InstanceWire> byKey = new LinkedHashMap<>();
    private final Map<Endpoint, @Nullable InstanceWire[]> byVrid = new HashMap<>();
    private final List<InstanceKey> leaving = new ArrayList<>();

    InstanceWires(LongSupplier epochNanos) {
        this.epochNanos = epochNanos;
    }

    /** Makes wires for the instances of these settings. Those of instances that are no longer in them stay until {@link #forgetLeaving}. */
    void configure(RouterSettings settings) {
        leaving.clear();
        leaving.addAll(byKey.keySet());
        for (InstanceSettings instance : settings.instances()) {
            InstanceWire wire = new InstanceWire(instance, epochNanos);
            InstanceWire before = byKey.put(wire.key(), wire);
            if (before != null) {
                wire.continueFrom(before);
            }
            leaving.remove(wire.key());
        }
        index();
    }

    /** Drops the instances that the last {@link #configure} no longer had. */
    void forgetLeaving() {
        byKey.keySet().removeAll(leaving);
        leaving.clear();
        index();
    }

    private void index() {
        byVrid.clear();
        for (InstanceWire wire : byKey.values()) {
            byVrid.computeIfAbsent(wire.endpoint(), endpoint -> new InstanceWire[VRIDS])[
                    wire.key().vrid()] = wire;
        }
    }

    @Nullable
    InstanceWire find(InstanceKey key) {
        return byKey.get(key);
    }

    /**
     * The instance that a packet is for.
     *
     * @param vrid 0 to 255
     */
    @Nullable
    InstanceWire find(Endpoint endpoint, int vrid) {
        @Nullable InstanceWire[] sameEndpoint = byVrid.get(endpoint);
        return sameEndpoint == null ? null : sameEndpoint[vrid];
    }

    Collection<InstanceWire> all() {
        return byKey.values();
    }

    /** How many endpoints instances use. */
    int endpointCount() {
        return byVrid.size();
    }

    /** The endpoints that instances use, each once. */
    Set<Endpoint> endpoints() {
        Set<Endpoint> endpoints = new LinkedHashSet<>();
        for (InstanceWire wire : byKey.values()) {
            endpoints.add(wire.endpoint());
        }
        return endpoints;
    }
}
