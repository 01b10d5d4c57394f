package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.RouterEvent;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.RouterSettings;

/**
 * Tells the machine what becomes of the interfaces and addresses that its settings name, and opens and closes the endpoints as their
 * interfaces come and go. Each thing is told once and again only when it is different.
 */
final class InterfaceWatch implements InterfaceMonitor.Listener {
    private final VrrpPorts ports;
    private final InstanceWires wires;
    private final HeldAddresses held;
    private final HostUpkeep upkeep;
    private final Consumer<RouterEvent> machine;
    private final Map<String, LinkState> toldLinks = new HashMap<>();
    private final Map<InstanceKey, Optional<InetAddress>> toldSources = new HashMap<>();
    private final Set<Endpoint> open = new HashSet<>();
    private Set<String> names = Set.of();
    private Set<InetAddress> virtualAddresses = Set.of();

    InterfaceWatch(
            VrrpPorts ports,
            InstanceWires wires,
            HeldAddresses held,
            HostUpkeep upkeep,
            Consumer<RouterEvent> machine) {
        this.ports = ports;
        this.wires = wires;
        this.held = held;
        this.upkeep = upkeep;
        this.machine = machine;
    }

    /** Tells all that is new in these settings, for which the wires are made already. */
    void configure(RouterSettings settings) {
        names = NamedInterfaces.of(settings);
        virtualAddresses = new LinkedHashSet<>();
        settings.instances().forEach(instance -> instance.allAddresses()
                .forEach(address -> virtualAddresses.add(address.address())));
        for (String name : names) {
            tell(name, ports.interfaces().state(name));
        }
        for (InstanceWire wire : wires.all()) {
            toldSources.remove(wire.key()); // the wire is a new one and has no source yet
        }
        tellSources();
    }

    /** Closes endpoints and forgets interfaces that nobody needs any more. */
    void forgetUnused() {
        Set<Endpoint> needed = wires.endpoints();
        for (Endpoint endpoint : List.copyOf(open)) {
            if (!needed.contains(endpoint)) {
                close(endpoint);
            }
        }
        toldLinks.keySet().retainAll(names);
        toldSources.keySet().removeIf(key -> wires.find(key) == null);
    }

    /** Takes in what happened since. */
    void refresh() {
        ports.interfaces().refresh(this);
    }

    @Override
    public void linkChanged(String interfaceName, LinkState state) {
        upkeep.surroundingsChanged();
        if (names.contains(interfaceName)) {
            tell(interfaceName, state);
            tellSources();
        }
    }

    @Override
    public void addressesChanged() {
        upkeep.surroundingsChanged();
        tellSources();
        for (HeldAddresses.Held lost : held.takeLost(ports.interfaces())) {
            machine.accept(new RouterEvent.AddressRemoved(lost.interfaceName(), lost.address()));
        }
    }

    private void tell(String interfaceName, LinkState state) {
        openOrClose(interfaceName, state);
        if (toldLinks.put(interfaceName, state) != state) {
            machine.accept(new RouterEvent.LinkChanged(interfaceName, state));
        }
    }

    private void openOrClose(String interfaceName, LinkState state) {
        for (Endpoint endpoint : wires.endpoints()) {
            if (endpoint.interfaceName().equals(interfaceName)) {
                if (state == LinkState.MISSING) {
                    close(endpoint);
                } else {
                    open(endpoint);
                }
            }
        }
    }

    private void open(Endpoint endpoint) {
        if (open.contains(endpoint)) {
            return;
        }
        try {
            ports.transport().open(endpoint);
            open.add(endpoint);
        } catch (PortException e) {
            ports.sink().log(LogLevel.ERROR, String.valueOf(e.getMessage()));
        }
    }

    private void close(Endpoint endpoint) {
        if (open.remove(endpoint)) {
            ports.transport().close(endpoint);
        }
    }

    private void tellSources() {
        for (InstanceWire wire : List.copyOf(wires.all())) {
            Optional<InetAddress> source = Optional.ofNullable(source(wire));
            if (!source.equals(toldSources.put(wire.key(), source))) {
                InetAddress address = source.orElse(null);
                wire.setSource(address);
                machine.accept(new RouterEvent.SourceAddressChanged(wire.key(), address));
            }
        }
    }

    /** Null also where the endpoint could not be opened: nothing can be sent or heard, whatever addresses there are. */
    private @Nullable InetAddress source(InstanceWire wire) {
        if (!open.contains(wire.endpoint())) {
            return null;
        }
        AdvertisementSettings advertisement = wire.settings().advertisement();
        List<InetAddress> present = ports.interfaces().addresses(wire.settings().sourceInterface());
        InetAddress chosen = advertisement.source();
        if (chosen != null) {
            return advertisement.trackSource() && !present.contains(chosen) ? null : chosen;
        }
        for (InetAddress address : present) {
            if (canBeSource(address, advertisement.delivery())) {
                return address;
            }
        }
        return null;
    }

    private boolean canBeSource(InetAddress address, Delivery delivery) {
        return Family.of(address) == delivery.family()
                && (delivery.family() == Family.IPV4 || address.isLinkLocalAddress() == toLinkLocal(delivery))
                && !virtualAddresses.contains(address);
    }

    /** RFC 9568, section 5.1.2.1: over IPv6 an advertisement comes from the link-local address; a peer elsewhere needs another. */
    private static boolean toLinkLocal(Delivery delivery) {
        return delivery.unicast() == null
                || (!delivery.destinations().isEmpty()
                        && delivery.destinations().get(0).isLinkLocalAddress());
    }
}
