package org.lvsdirector.netlink.route;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.MessageWriter;
import org.lvsdirector.netlink.NetlinkConstants;
import org.lvsdirector.netlink.NetlinkRequest;

/** {@code RTM_NEWROUTE} and {@code RTM_DELROUTE}; the attributes come in the order in which iproute2 sends them. */
record RouteRequest(int type, int flags, Route route) implements NetlinkRequest {
    private static final int HIGHEST_SHORT_TABLE = 255;
    private static final int REST_OF_NEXT_HOP = 6; // u8 rtnh_flags, u8 rtnh_hops, s32 rtnh_ifindex

    /** Answered by {@code EEXIST} if there is one like it. */
    static RouteRequest add(Route route, Route.Placement placement) {
        int flags = NetlinkConstants.NLM_F_CREATE
                | switch (placement) {
                    case ALONE -> NetlinkConstants.NLM_F_EXCL;
                    case FIRST -> 0;
                    case LAST -> NetlinkConstants.NLM_F_APPEND;
                };
        return new RouteRequest(RouteConstants.RTM_NEWROUTE, flags, route);
    }

    /** Answered by {@code ESRCH} if there is none like it. */
    static RouteRequest remove(Route route) {
        return new RouteRequest(RouteConstants.RTM_DELROUTE, 0, route);
    }

    @Override
    public void writeTo(MessageWriter out) {
        IpPrefix source = route.source();
        boolean shortTable = route.table() <= HIGHEST_SHORT_TABLE;
        out.u8(isIpv4(route.destination().address()) ? SocketConstants.AF_INET : SocketConstants.AF_INET6) // rtm_family
                .u8(route.destination().length()) // rtm_dst_len
                .u8(source == null ? 0 : source.length()) // rtm_src_len
                .u8(route.tos()) // rtm_tos
                .u8(shortTable ? (int) route.table() : RouteConstants.RT_TABLE_UNSPEC) // rtm_table
                .u8(route.protocol()) // rtm_protocol
                .u8(route.scope()) // rtm_scope
                .u8(route.type().number()) // rtm_type
                .u32(isSingle() && route.hops().get(0).onLink() ? RouteConstants.RTNH_F_ONLINK : 0); // rtm_flags
        AttributeWriter attributes = out.attributes();
        if (route.destination().length() > 0) {
            attributes.bytes(
                    RouteConstants.RTA_DST, route.destination().address().getAddress());
        }
        OptionalAttributes optional = new OptionalAttributes(attributes).address(RouteConstants.RTA_SRC, source);
        if (isSingle()) {
            writeGateway(attributes, route.hops().get(0).gateway());
        }
        optional.address(RouteConstants.RTA_PREFSRC, route.preferredSource());
        if (!shortTable) {
            attributes.u32(RouteConstants.RTA_TABLE, route.table());
        }
        if (route.priority() != 0) {
            attributes.u32(RouteConstants.RTA_PRIORITY, route.priority());
        }
        writeWays(attributes);
        MetricsWriter.write(attributes, route.properties());
        writeProperties(attributes, route.properties());
    }

    private boolean isSingle() {
        return route.hops().size() == 1;
    }

    private void writeWays(AttributeWriter out) {
        List<NextHop> hops = route.hops();
        if (isSingle()) {
            NextHop hop = hops.get(0);
            writeTreatment(out, hop);
            if (hop.linkIndex() != 0) {
                out.u32(RouteConstants.RTA_OIF, hop.linkIndex());
            }
        } else if (!hops.isEmpty()) {
            int list = out.beginPlainNested(RouteConstants.RTA_MULTIPATH);
            hops.forEach(hop -> writeHop(out, hop));
            out.endNested(list);
        }
    }

    private void writeHop(AttributeWriter out, NextHop hop) {
        byte[] fields = ByteBuffer.allocate(REST_OF_NEXT_HOP)
                .order(ByteOrder.nativeOrder())
                .put((byte) (hop.onLink() ? RouteConstants.RTNH_F_ONLINK : 0))
                .put((byte) (hop.weight() - 1))
                .putInt(hop.linkIndex())
                .array();
        int structure = out.beginStructure(fields);
        writeGateway(out, hop.gateway());
        writeTreatment(out, hop);
        out.endNested(structure);
    }

    /** What becomes of packets that go this way. */
    private static void writeTreatment(AttributeWriter out, NextHop hop) {
        if (hop.realms() != 0) {
            out.u32(RouteConstants.RTA_FLOW, hop.realms());
        }
        EncapsulationWriter.write(out, hop.encapsulation());
        InetAddress other = hop.newDestination();
        if (other != null) {
            out.bytes(RouteConstants.RTA_NEWDST, other.getAddress());
        }
    }

    private void writeGateway(AttributeWriter out, @Nullable InetAddress gateway) {
        if (gateway == null) {
            return;
        }
        boolean ipv4 = isIpv4(gateway);
        byte[] address = gateway.getAddress();
        if (ipv4 == isIpv4(route.destination().address())) {
            out.bytes(RouteConstants.RTA_GATEWAY, address);
            return;
        }
        byte[] via = ByteBuffer.allocate(Short.BYTES + address.length)
                .order(ByteOrder.nativeOrder())
                .putShort((short) (ipv4 ? SocketConstants.AF_INET : SocketConstants.AF_INET6)) // rtvia_family
                .put(address)
                .array();
        out.bytes(RouteConstants.RTA_VIA, via);
    }

    private static void writeProperties(AttributeWriter out, Route.Properties properties) {
        new OptionalAttributes(out)
                .u32(RouteConstants.RTA_EXPIRES, properties.expiresSeconds())
                .u8(RouteConstants.RTA_PREF, properties.preference());
        Boolean propagates = properties.propagatesTtl();
        if (propagates != null) {
            out.u8(RouteConstants.RTA_TTL_PROPAGATE, propagates ? 1 : 0);
        }
    }

    private static boolean isIpv4(InetAddress address) {
        return address instanceof Inet4Address;
    }

    @Override
    public String describe() {
        return (type == RouteConstants.RTM_NEWROUTE ? "add" : "remove") + " route " + route.text();
    }
}
