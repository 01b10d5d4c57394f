package org.lvsdirector.netlink.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lvsdirector.linux.Errno;

/**
 * The twin of {@code KernelInterfaces} for tests: the same answers to the same requests, kept in memory. It does not know subnets, so
 * removing an address never takes others with it.
 */
public final class InMemoryInterfaces implements Interfaces {
    private final Map<Integer, Link> links = new TreeMap<>();
    private final List<InterfaceAddress> addresses = new ArrayList<>();
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    /** Subscribes to the changes from now on. */
    public InterfaceEvents events() {
        Subscription subscription = new Subscription();
        subscriptions.add(subscription);
        return subscription;
    }

    /** Makes a link, or changes the one with the same index. */
    public void put(Link link) {
        links.put(link.index(), link);
        publish(new InterfaceEvent.LinkChanged(link));
    }

    /** Removes a link and, without events of their own, its addresses. */
    public void removeLink(int index) {
        Link link = links.remove(index);
        if (link == null) {
            throw new InterfaceException("delete link " + index + ": " + Errno.ENODEV.text(), Errno.ENODEV);
        }
        addresses.removeIf(address -> address.linkIndex() == index);
        publish(new InterfaceEvent.LinkRemoved(link));
    }

    /** Pretends that the kernel dropped events: every subscriber hears that some were lost, and none of those that waited. */
    public void loseEvents() {
        for (Subscription subscription : subscriptions) {
            subscription.waiting.clear();
        }
        publish(new InterfaceEvent.EventsLost());
    }

    @Override
    public List<Link> links() {
        return List.copyOf(links.values());
    }

    @Override
    public List<InterfaceAddress> addresses() {
        return List.copyOf(addresses);
    }

    @Override
    public boolean add(InterfaceAddress address) {
        Link link = links.get(address.linkIndex());
        if (link == null) {
            throw new InterfaceException(
                    "add address " + address.text() + " to link " + address.linkIndex() + ": " + Errno.ENODEV.text(),
                    Errno.ENODEV);
        }
        if (addresses.stream().anyMatch(address::sameKey)) {
            return false;
        }
        InterfaceAddress stored = asTheKernelTellsIt(address, link);
        addresses.add(stored);
        publish(new InterfaceEvent.AddressChanged(stored));
        return true;
    }

    @Override
    public boolean remove(InterfaceAddress address) {
        for (InterfaceAddress present : addresses) {
            if (present.sameKey(address)) {
                addresses.remove(present);
                publish(new InterfaceEvent.AddressRemoved(present));
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        subscriptions.clear();
    }

    private static InterfaceAddress asTheKernelTellsIt(InterfaceAddress address, Link link) {
        boolean isIpv4 = address.local().getAddress().length == 4;
        EnumSet<AddressFlag> flags = EnumSet.noneOf(AddressFlag.class);
        flags.addAll(address.flags());
        if (address.validSeconds() == InterfaceAddress.FOREVER) {
            flags.add(AddressFlag.PERMANENT);
        }
        if (address.preferredSeconds() == 0) {
            flags.add(AddressFlag.DEPRECATED);
        }
        return new InterfaceAddress(
                address.linkIndex(),
                address.local(),
                address.prefixLength(),
                address.peer(),
                isIpv4 ? address.broadcast() : null,
                isIpv4 ? address.scope() : ipv6Scope(address),
                isIpv4 && address.label().isEmpty() ? link.name() : address.label(),
                flags,
                address.preferredSeconds(),
                address.validSeconds());
    }

    /** The kernel ignores the scope that a request asks for: an IPv6 address carries its own. */
    private static int ipv6Scope(InterfaceAddress address) {
        if (address.local().isLoopbackAddress()) {
            return InterfaceAddress.SCOPE_HOST;
        }
        return address.local().isLinkLocalAddress() ? InterfaceAddress.SCOPE_LINK : InterfaceAddress.SCOPE_GLOBAL;
    }

    private void publish(InterfaceEvent event) {
        for (Subscription subscription : subscriptions) {
            subscription.waiting.add(event);
        }
    }

    private final class Subscription implements InterfaceEvents {
        private final Queue<InterfaceEvent> waiting = new ArrayDeque<>();

        @Override
        public List<InterfaceEvent> poll() {
            List<InterfaceEvent> taken = List.copyOf(waiting);
            waiting.clear();
            return taken;
        }

        @Override
        public void close() {
            subscriptions.remove(this);
        }
    }
}
