package org.lvsdirector.netlink.route;

import java.net.InetAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.NetlinkEvents;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.NetlinkMessage;
import org.lvsdirector.netlink.NetlinkSocket;
import org.lvsdirector.netlink.NetlinkTransport;

/**
 * Removals of routes and rules, by the multicast groups of rtnetlink. Another routing daemon may change thousands a second: what is nobody's
 * business here costs a look at its header.
 */
public final class RoutingEvents implements AutoCloseable {
    private static final int FAMILY_OFFSET = 0; // struct rtmsg and struct fib_rule_hdr: u8 family,
    private static final int DESTINATION_LENGTH_OFFSET = 1; // u8 dst_len,
    private static final int TABLE_OFFSET = 4; // u8 src_len, u8 tos, u8 table

    /** Something that is gone. */
    public sealed interface Removal {
        /** A route, told apart as far as one can be without its ways; the destination is null where it has length 0. */
        record OfRoute(boolean ipv6, @Nullable InetAddress destination, int length, long table) implements Removal {}

        /** A rule. */
        record OfRule(boolean ipv6, long priority) implements Removal {}

        /** The kernel dropped events because we read too slowly: anything may be gone. */
        record Unknown() implements Removal {}
    }

    private final NetlinkEvents events;

    /** @param transport subscribed to the groups of routes and rules; closed with this */
    public RoutingEvents(NetlinkTransport transport) {
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
                RouteConstants.RTNLGRP_IPV4_ROUTE,
                RouteConstants.RTNLGRP_IPV4_RULE,
                RouteConstants.RTNLGRP_IPV6_ROUTE,
                RouteConstants.RTNLGRP_IPV6_RULE);
    }

    /**
     * Hands over the removals that wait, oldest first, without blocking.
     *
     * @throws InterfaceException if they cannot be read
     */
    public void poll(Consumer<Removal> taker) {
        try {
            boolean complete = events.drain(message -> {
                Removal removal = decode(message);
                if (removal != null) {
                    taker.accept(removal);
                }
            });
            if (!complete) {
                taker.accept(new Removal.Unknown());
            }
        } catch (NetlinkException e) {
            throw new InterfaceException(e);
        }
    }

    private static @Nullable Removal decode(NetlinkMessage message) {
        return switch (message.type()) {
            case RouteConstants.RTM_DELROUTE -> ofRoute(message);
            case RouteConstants.RTM_DELRULE -> ofRule(message);
            default -> null;
        };
    }

    private static Removal ofRoute(NetlinkMessage message) {
        InetAddress destination = null;
        long table = message.u8(TABLE_OFFSET);
        var in = message.attributes(RouteConstants.RTMSG_LENGTH);
        while (in.next()) {
            switch (in.type()) {
                case RouteConstants.RTA_DST -> destination = AddressDecoder.inet(in.bytes());
                case RouteConstants.RTA_TABLE -> table = in.u32();
                default -> {}
            }
        }
        boolean ipv6 = message.u8(FAMILY_OFFSET) == SocketConstants.AF_INET6;
        return new Removal.OfRoute(ipv6, destination, message.u8(DESTINATION_LENGTH_OFFSET), table);
    }

    private static Removal ofRule(NetlinkMessage message) {
        long priority = 0;
        var in = message.attributes(RouteConstants.FIB_RULE_HDR_LENGTH);
        while (in.next()) {
            if (in.type() == RouteConstants.FRA_PRIORITY) {
                priority = in.u32();
            }
        }
        return new Removal.OfRule(message.u8(FAMILY_OFFSET) == SocketConstants.AF_INET6, priority);
    }

    @Override
    public void close() {
        events.close();
    }
}
