package org.lvsdirector.vrrp.linux;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.route.InterfaceAddress;
import org.lvsdirector.netlink.route.InterfaceEvent;
import org.lvsdirector.netlink.route.InterfaceEvents;
import org.lvsdirector.netlink.route.InterfaceException;
import org.lvsdirector.netlink.route.Interfaces;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.runtime.InterfaceMonitor;
import org.lvsdirector.vrrp.runtime.PortException;

/**
 * Links and addresses of the namespace, kept up to date by the kernel's events. Any event about an address makes it dump all addresses anew:
 * what is there now counts, not in which order it came, and IPv6 addresses announce themselves long after they were added.
 */
final class InterfaceCache implements InterfaceMonitor {
    private final Interfaces interfaces;
    private final InterfaceEvents events;
    private final Map<Integer, Link> links = new TreeMap<>();
    private Map<Integer, List<InetAddress>> addresses = Map.of();

    /** Whether events were lost, or could not be taken in to the end: then only a comparison helps. */
    private boolean behind;

    /** Takes over both arguments and closes them. The events must have been opened before this call. */
    InterfaceCache(Interfaces interfaces, InterfaceEvents events) {
        this.interfaces = interfaces;
        this.events = events;
        for (Link link : interfaces.links()) {
            links.put(link.index(), link);
        }
        dumpAddresses();
    }

    @Override
    public void refresh(Listener listener) {
        try {
            boolean addressesTouched = takeInEvents(listener);
            if (behind) {
                compareWithDump(listener);
                addressesTouched = true;
            }
            if (addressesTouched) {
                dumpAddresses();
                listener.addressesChanged();
            }
            behind = false;
        } catch (InterfaceException e) {
            behind = true;
            throw new PortException("cannot follow interfaces: " + e.getMessage(), e);
        }
    }

    /** Returns whether addresses may have changed. */
    private boolean takeInEvents(Listener listener) {
        boolean addressesTouched = false;
        List<InterfaceEvent> batch = events.poll();
        while (!batch.isEmpty()) {
            for (InterfaceEvent event : batch) {
                addressesTouched |= takeIn(event, listener);
            }
            batch = events.poll();
        }
        return addressesTouched;
    }

    /** Returns whether addresses may have changed. */
    private boolean takeIn(InterfaceEvent event, Listener listener) {
        if (event instanceof InterfaceEvent.LinkChanged changed) {
            linkIs(changed.link(), listener);
            return false;
        }
        if (event instanceof InterfaceEvent.LinkRemoved removed) {
            linkIsGone(removed.link().index(), listener);
            return true;
        }
        behind |= event instanceof InterfaceEvent.EventsLost;
        return true;
    }

    private void linkIs(Link link, Listener listener) {
        Link before = links.get(link.index());
        Link namesake = link(link.name());
        if (before != null && !before.name().equals(link.name())) {
            linkIsGone(before.index(), listener); // it was renamed
            before = null;
        }
        if (namesake != null && namesake.index() != link.index()) {
            linkIsGone(namesake.index(), listener); // we missed the end of it
        }
        links.put(link.index(), link);
        LinkState state = stateOf(link);
        if (before == null || stateOf(before) != state) {
            listener.linkChanged(link.name(), state);
        }
    }

    private void linkIsGone(int index, Listener listener) {
        Link gone = links.remove(index);
        if (gone != null) {
            listener.linkChanged(gone.name(), LinkState.MISSING);
        }
    }

    private void compareWithDump(Listener listener) {
        Map<Integer, Link> present = new TreeMap<>();
        for (Link link : interfaces.links()) {
            present.put(link.index(), link);
        }
        for (Integer index : List.copyOf(links.keySet())) {
            if (!present.containsKey(index)) {
                linkIsGone(index, listener);
            }
        }
        present.values().forEach(link -> linkIs(link, listener));
    }

    private void dumpAddresses() {
        Map<Integer, List<InetAddress>> present = new HashMap<>();
        for (InterfaceAddress address : interfaces.addresses()) {
            present.computeIfAbsent(address.linkIndex(), index -> new ArrayList<>())
                    .add(address.local());
        }
        addresses = present;
    }

    @Override
    public LinkState state(String interfaceName) {
        Link link = link(interfaceName);
        return link == null ? LinkState.MISSING : stateOf(link);
    }

    @Override
    public List<InetAddress> addresses(String interfaceName) {
        Link link = link(interfaceName);
        return link == null ? List.of() : addresses.getOrDefault(link.index(), List.of());
    }

    /** The number of the link of this name, or null. */
    @Nullable
    Integer index(String interfaceName) {
        Link link = link(interfaceName);
        return link == null ? null : link.index();
    }

    /** The link of this name, or null. */
    @Nullable
    Link link(String interfaceName) {
        for (Link link : links.values()) {
            if (link.name().equals(interfaceName)) {
                return link;
            }
        }
        return null;
    }

    private static LinkState stateOf(Link link) {
        return link.usable() ? LinkState.UP : LinkState.DOWN;
    }

    @Override
    public void close() {
        events.close();
        interfaces.close();
    }
}
