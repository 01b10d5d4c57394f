package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.Unaccepted;
import org.lvsdirector.vrrp.settings.VirtualAddress;
import org.lvsdirector.vrrp.testing.RecordingSink;

/** A machine in memory with all ports of a driver, and a journal of what was done in which order. */
final class FakeMachine {
    final List<String> journal = new ArrayList<>();
    final ManualWaiter waiter = new ManualWaiter();
    final FakeTransport transport = new FakeTransport(journal);
    final FakeNeighbours neighbours = new FakeNeighbours();
    final FakeBfdTransport bfd = new FakeBfdTransport();
    final RecordingSink sink = new RecordingSink();
    final FakeLinks madeLinks = new FakeLinks(this);
    final Set<String> silent = new LinkedHashSet<>();
    final Set<InetAddress> dropped = new LinkedHashSet<>();
    final Set<RoutingEntry> routing = new LinkedHashSet<>();
    boolean routingRemoved;
    boolean hasFirewall = true;
    boolean followsInterfaces = true;

    private final Map<String, LinkState> links = new LinkedHashMap<>();
    private final Map<String, List<InetAddress>> addresses = new LinkedHashMap<>();
    private final Set<String> refused = new TreeSet<>();
    private final List<Consumer<InterfaceMonitor.Listener>> events = new ArrayList<>();

    VrrpPorts ports() {
        return new VrrpPorts(
                waiter,
                transport,
                new Monitor(),
                madeLinks,
                new Table(),
                new Routes(),
                new Voice(),
                neighbours,
                new Wall(),
                bfd,
                sink);
    }

    /** Sets an interface's state, and tells of it at the next refresh. */
    void link(String name, LinkState state) {
        links.put(name, state);
        events.add(listener -> listener.linkChanged(name, state));
    }

    /** Adds an address as an operator would. */
    void addAddress(String interfaceName, InetAddress address) {
        on(interfaceName).add(address);
        events.add(InterfaceMonitor.Listener::addressesChanged);
    }

    /** Removes an address as an operator would. */
    void removeAddress(String interfaceName, InetAddress address) {
        on(interfaceName).remove(address);
        events.add(InterfaceMonitor.Listener::addressesChanged);
    }

    /** Tells again what is so already, as the kernel does at will. */
    void tellOfAddresses() {
        events.add(InterfaceMonitor.Listener::addressesChanged);
    }

    boolean has(String interfaceName, InetAddress address) {
        return on(interfaceName).contains(address);
    }

    /** Makes the kernel refuse to add an address from now on. */
    void refuse(InetAddress address) {
        refused.add(address.getHostAddress());
    }

    /** Makes the kernel refuse to add a route or rule, or take it again. */
    void refuse(RoutingEntry entry, boolean refuse) {
        if (refuse) {
            refused.add(entry.text());
        } else {
            refused.remove(entry.text());
        }
    }

    private List<InetAddress> on(String interfaceName) {
        return addresses.computeIfAbsent(interfaceName, absent -> new ArrayList<>());
    }

    private final class Monitor implements InterfaceMonitor {
        @Override
        public void refresh(Listener listener) {
            if (!followsInterfaces) {
                throw new PortException("cannot follow interfaces: EINTR");
            }
            List<Consumer<Listener>> waiting = List.copyOf(events);
            events.clear();
            waiting.forEach(event -> event.accept(listener));
        }

        @Override
        public LinkState state(String interfaceName) {
            return links.getOrDefault(interfaceName, LinkState.MISSING);
        }

        @Override
        public List<InetAddress> addresses(String interfaceName) {
            return List.copyOf(on(interfaceName));
        }

        @Override
        public void close() {}
    }

    private final class Table implements AddressTable {
        @Override
        public boolean add(VirtualAddress address, String instanceInterface) {
            String text = address.address().getHostAddress();
            if (refused.contains(text)) {
                throw new PortException("cannot add " + text + ": EINVAL");
            }
            journal.add("add " + text + " on " + address.interfaceOr(instanceInterface));
            return on(address.interfaceOr(instanceInterface)).add(address.address());
        }

        @Override
        public boolean remove(VirtualAddress address, String instanceInterface) {
            boolean removed = on(address.interfaceOr(instanceInterface)).remove(address.address());
            if (removed) {
                journal.add("remove " + address.address().getHostAddress());
            }
            return removed;
        }

        @Override
        public void close() {}
    }

    /** Removes a route or rule as an operator would. */
    void removeRouting(RoutingEntry entry) {
        routing.remove(entry);
        routingRemoved = true;
    }

    private final class Routes implements RoutingTable {
        @Override
        public boolean add(RoutingEntry entry) {
            if (refused.contains(entry.text())) {
                throw new PortException("cannot add " + entry.text() + ": ENETUNREACH");
            }
            boolean added = routing.add(entry);
            if (added) {
                journal.add("add " + entry.text());
            }
            return added;
        }

        @Override
        public boolean remove(RoutingEntry entry) {
            boolean removed = routing.remove(entry);
            if (removed) {
                journal.add("remove " + entry.text());
            }
            return removed;
        }

        @Override
        public boolean takeRemovals() {
            boolean taken = routingRemoved;
            routingRemoved = false;
            return taken;
        }

        @Override
        public void close() {}
    }

    private final class Voice implements Announcer {
        @Override
        public boolean announce(String interfaceName, InetAddress address) {
            journal.add("announce " + address.getHostAddress() + " on " + interfaceName);
            return true;
        }

        @Override
        public void close() {}
    }

    private final class Wall implements Firewall {
        @Override
        public void dropOnly(Collection<Unaccepted> unaccepted) {
            if (!hasFirewall) {
                throw new PortException("this kernel has no nf_tables");
            }
            List<InetAddress> now = unaccepted.stream().map(Unaccepted::address).toList();
            dropped.clear();
            dropped.addAll(now);
            journal.add("drop " + now.stream().map(InetAddress::getHostAddress).toList());
        }

        @Override
        public void silenceOnly(Collection<String> interfaces) {
            silent.clear();
            silent.addAll(interfaces);
        }

        @Override
        public void close() {}
    }
}
