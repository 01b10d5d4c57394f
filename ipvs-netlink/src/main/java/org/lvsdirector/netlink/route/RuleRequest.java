package org.lvsdirector.netlink.route;

import static org.lvsdirector.netlink.route.RoutingRule.Action.GOTO;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.MessageWriter;
import org.lvsdirector.netlink.NetlinkConstants;
import org.lvsdirector.netlink.NetlinkRequest;

/** {@code RTM_NEWRULE} and {@code RTM_DELRULE}. */
record RuleRequest(boolean adds, RoutingRule rule) implements NetlinkRequest {
    private static final int HIGHEST_SHORT_TABLE = 255;

    /** Answered by {@code EEXIST} if there is one like it. */
    static RuleRequest add(RoutingRule rule) {
        return new RuleRequest(true, rule);
    }

    /** Answered by {@code ENOENT} if there is none like it. */
    static RuleRequest remove(RoutingRule rule) {
        return new RuleRequest(false, rule);
    }

    @Override
    public int type() {
        return adds ? RouteConstants.RTM_NEWRULE : RouteConstants.RTM_DELRULE;
    }

    @Override
    public int flags() {
        return adds ? NetlinkConstants.NLM_F_CREATE | NetlinkConstants.NLM_F_EXCL : 0;
    }

    @Override
    public void writeTo(MessageWriter out) {
        IpPrefix from = rule.from();
        IpPrefix to = rule.to();
        long table = rule.verdict().table();
        out.u8(rule.ipv6() ? SocketConstants.AF_INET6 : SocketConstants.AF_INET) // family
                .u8(to == null ? 0 : to.length()) // dst_len
                .u8(from == null ? 0 : from.length()) // src_len
                .u8(rule.tos()) // tos
                .u8(table <= HIGHEST_SHORT_TABLE ? (int) table : RouteConstants.RT_TABLE_UNSPEC) // table
                .u8(0) // res1
                .u8(0) // res2
                .u8(rule.verdict().action().number()) // action
                .u32(rule.inverted() ? RouteConstants.FIB_RULE_INVERT : 0); // flags
        AttributeWriter attributes = out.attributes();
        OptionalAttributes optional = new OptionalAttributes(attributes)
                .address(RouteConstants.FRA_SRC, from)
                .address(RouteConstants.FRA_DST, to)
                .u32(RouteConstants.FRA_PRIORITY, rule.priority())
                .u32(RouteConstants.FRA_FWMARK, rule.mark())
                .u32(RouteConstants.FRA_FWMASK, rule.markMask())
                .string(RouteConstants.FRA_IIFNAME, rule.inputInterface())
                .string(RouteConstants.FRA_OIFNAME, rule.outputInterface())
                .u64be(RouteConstants.FRA_TUN_ID, rule.tunnelId());
        range(attributes, RouteConstants.FRA_UID_RANGE, rule.users(), Integer.BYTES);
        optional.u8(RouteConstants.FRA_L3MDEV, rule.l3mdev() ? 1 : null)
                .u8(RouteConstants.FRA_PROTOCOL, rule.protocol())
                .u8(RouteConstants.FRA_IP_PROTO, rule.ipProtocol());
        range(attributes, RouteConstants.FRA_SPORT_RANGE, rule.sourcePorts(), Short.BYTES);
        range(attributes, RouteConstants.FRA_DPORT_RANGE, rule.destinationPorts(), Short.BYTES);
        optional.u32(RouteConstants.FRA_TABLE, table > HIGHEST_SHORT_TABLE ? table : null)
                .u32(
                        RouteConstants.FRA_GOTO,
                        rule.verdict().action() == GOTO ? rule.verdict().target() : null)
                .u32(RouteConstants.FRA_FLOW, rule.realms())
                .s32(RouteConstants.FRA_SUPPRESS_PREFIXLEN, rule.suppressPrefixLength())
                .u32(RouteConstants.FRA_SUPPRESS_IFGROUP, rule.suppressGroup());
    }

    /** {@code struct fib_rule_uid_range} or {@code struct fib_rule_port_range}. */
    private static void range(AttributeWriter out, int type, RoutingRule.@Nullable Range range, int width) {
        if (range == null) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * width).order(ByteOrder.nativeOrder());
        if (width == Integer.BYTES) {
            bytes.putInt((int) range.first()).putInt((int) range.last());
        } else {
            bytes.putShort((short) range.first()).putShort((short) range.last());
        }
        out.bytes(type, bytes.array());
    }

    @Override
    public String describe() {
        return (adds ? "add" : "remove") + " rule " + rule.text();
    }
}
