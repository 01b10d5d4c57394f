package org.lvsdirector.netlink.route;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.MessageHandler;
import org.lvsdirector.netlink.NetlinkEvents;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.NetlinkMessage;
import org.lvsdirector.netlink.NetlinkSocket;
import org.lvsdirector.netlink.NetlinkTransport;

/** Changes of links and addresses, by the multicast groups of rtnetlink. */
public final class KernelInterfaceEvents implements InterfaceEvents {
    private final NetlinkEvents events;
    private final List<InterfaceEvent> taken = new ArrayList<>();

    /** Made once, so that a poll that finds nothing, which is nearly every one, makes no garbage. */
    private final MessageHandler taker = this::take;

    /** @param transport subscribed to the groups of links and addresses; closed with this */
    public KernelInterfaceEvents(NetlinkTransport transport) {
        this.events = new NetlinkEvents(transport);
    }

    /**
     * A socket in the network namespace of the calling thread that gets the events; wait on it, and give it to the constructor.
     *
     * @throws org.lvsdirector.linux.LinuxException if the kernel refuses it
     */
    public static NetlinkSocket subscribe() {
        return NetlinkEvents.subscribe(
                SocketConstants.NETLINK_ROUTE,
                RouteConstants.RTNLGRP_LINK,
                RouteConstants.RTNLGRP_IPV4_IFADDR,
                RouteConstants.RTNLGRP_IPV6_IFADDR);
    }

    @Override
    public List<InterfaceEvent> poll() {
        try {
            if (!events.drain(taker)) {
                taken.add(new InterfaceEvent.EventsLost());
            }
        } catch (NetlinkException e) {
            throw new InterfaceException(e);
        }
        if (taken.isEmpty()) {
            return List.of();
        }
        List<InterfaceEvent> result = List.copyOf(taken);
        taken.clear();
        return result;
    }

    private void take(NetlinkMessage message) {
        InterfaceEvent event = decode(message);
        if (event != null) {
            taken.add(event);
        }
    }

    private static @Nullable InterfaceEvent decode(NetlinkMessage message) {
        switch (message.type()) {
            case RouteConstants.RTM_NEWLINK, RouteConstants.RTM_DELLINK -> {
                Link link = LinkDecoder.decode(message);
                if (link == null) {
                    return null;
                }
                return message.type() == RouteConstants.RTM_NEWLINK
                        ? new InterfaceEvent.LinkChanged(link)
                        : new InterfaceEvent.LinkRemoved(link);
            }
            case RouteConstants.RTM_NEWADDR, RouteConstants.RTM_DELADDR -> {
                InterfaceAddress address = AddressDecoder.decode(message);
                if (address == null) {
                    return null;
                }
                return message.type() == RouteConstants.RTM_NEWADDR
                        ? new InterfaceEvent.AddressChanged(address)
                        : new InterfaceEvent.AddressRemoved(address);
            }
            default -> {
                return null;
            }
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
