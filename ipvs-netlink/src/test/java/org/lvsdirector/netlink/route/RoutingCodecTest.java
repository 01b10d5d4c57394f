package org.lvsdirector.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.Replies;
import org.lvsdirector.netlink.ScriptedKernel;

/**
 * Golden bytes: requests as {@code ip route} and {@code ip rule} of iproute2 6.1 send them (little-endian machines). The order of attributes
 * means nothing; iproute2 has them in that of its arguments.
 */
class RoutingCodecTest {
    private static final int HEADER_DIGITS = 2 * 12; // struct rtmsg and struct fib_rule_hdr alike
    private static final int NEWROUTE = 24;
    private static final int DELROUTE = 25;
    private static final int NEWRULE = 32;
    private static final int DELRULE = 33;
    private static final int KEEPALIVED = 18;
    private static final int ETH0 = 3;
    private static final int ETH1 = 5;

    private final ScriptedKernel kernel = ScriptedKernel.acknowledging();
    private final Routing routing = new KernelRouting(new NetlinkConnection(kernel));

    private static InetAddress ip(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static IpPrefix prefix(String text) {
        String[] parts = text.split("/", -1);
        return new IpPrefix(ip(parts[0]), Integer.parseInt(parts[1]));
    }

    private static Route route(String destination, long table, NextHop... hops) {
        return new Route(
                hops.length == 0 ? RouteType.BLACKHOLE : RouteType.UNICAST,
                prefix(destination),
                null,
                0,
                table,
                KEEPALIVED,
                0,
                null,
                0,
                List.of(hops),
                Route.Properties.NONE);
    }

    private void assertSent(int type, int flags, String dump) {
        assertEquals(type, kernel.only().type());
        assertEquals(flags, kernel.only().flags());
        assertEquals(sorted(dump.replaceAll("\\s", "")), sorted(kernel.only().payload()));
    }

    /** The header, then the attributes in the order of their bytes. */
    private static List<String> sorted(String payload) {
        List<String> attributes = new ArrayList<>();
        for (int at = HEADER_DIGITS; at < payload.length(); ) {
            int length = HexFormat.fromHexDigits(payload.substring(at + 2, at + 4) + payload.substring(at, at + 2));
            int end = at + (length + 3) / 4 * 8;
            attributes.add(payload.substring(at, end));
            at = end;
        }
        Collections.sort(attributes);
        attributes.add(0, payload.substring(0, HEADER_DIGITS));
        return attributes;
    }

    @Test
    void aRouteThroughAGatewayWithASource() {
        assertTrue(routing.add(
                new Route(
                        RouteType.UNICAST,
                        prefix("192.168.109.0/24"),
                        null,
                        0,
                        Route.TABLE_MAIN,
                        KEEPALIVED,
                        0,
                        ip("10.1.1.1"),
                        0,
                        List.of(NextHop.of(ip("10.1.1.254"), ETH0)),
                        Route.Properties.NONE),
                Route.Placement.ALONE));
        assertSent(NEWROUTE, 0x605, """
                02 18 00 00 fe 12 00 01  00 00 00 00
                08 00 01 00 c0 a8 6d 00
                08 00 05 00 0a 01 01 fe
                08 00 07 00 0a 01 01 01
                08 00 04 00 03 00 00 00
                """);
    }

    @Test
    void metricsAndAllThatIsSmall() {
        routing.add(
                new Route(
                        RouteType.UNICAST,
                        prefix("192.168.200.0/24"),
                        null,
                        4,
                        6909,
                        12,
                        253,
                        null,
                        12,
                        List.of(new NextHop(null, ETH0, false, 1, 0x14)),
                        new Route.Properties(
                                Map.of(
                                        RouteMetric.MTU, 1000L,
                                        RouteMetric.HOPLIMIT, 100L,
                                        RouteMetric.ADVMSS, 101L,
                                        RouteMetric.RTT, 102L,
                                        RouteMetric.SSTHRESH, 107L,
                                        RouteMetric.QUICKACK, 1L,
                                        RouteMetric.FASTOPEN_NO_COOKIE, 1L),
                                Set.of(RouteMetric.SSTHRESH),
                                "cubic",
                                false,
                                null,
                                null)),
                Route.Placement.FIRST);
        assertSent(NEWROUTE, 0x405, """
                02 18 00 04 00 0c fd 01  00 00 00 00
                08 00 01 00 c0 a8 c8 00
                08 00 0f 00 fd 1a 00 00
                08 00 06 00 0c 00 00 00
                08 00 0b 00 14 00 00 00
                08 00 04 00 03 00 00 00
                50 00 08 00 08 00 02 00 e8 03 00 00 08 00 04 00 66 00 00 00
                            08 00 06 00 6b 00 00 00 08 00 08 00 65 00 00 00
                            08 00 0a 00 64 00 00 00 08 00 0f 00 01 00 00 00
                            09 00 10 00 63 75 62 69 63 00 00 00 08 00 11 00 01 00 00 00
                            08 00 01 00 40 00 00 00
                """);
    }

    private static NextHop wrapped(InetAddress gateway, Encapsulation encapsulation) {
        return new NextHop(gateway, ETH0, false, 1, 0, encapsulation, null);
    }

    @Test
    void packetsWrappedIntoIpv4() {
        Encapsulation ip =
                new Encapsulation(Encapsulation.Kind.IP, 100L, ip("10.0.0.9"), ip("10.0.0.1"), 4, 9, 0x2000, List.of());
        routing.add(
                route("10.5.0.0/24", Route.TABLE_MAIN, new NextHop(null, ETH0, false, 1, 0, ip, null)),
                Route.Placement.FIRST);
        assertSent(NEWROUTE, 0x405, """
                02 18 00 00 fe 12 00 01  00 00 00 00
                08 00 01 00 0a 05 00 00
                38 00 16 00 0c 00 01 00 00 00 00 00 00 00 00 64
                            08 00 02 00 0a 00 00 09
                            08 00 03 00 0a 00 00 01
                            05 00 04 00 09 00 00 00 05 00 05 00 04 00 00 00
                            06 00 06 00 20 00 00 00
                06 00 15 00 02 00 00 00
                08 00 04 00 03 00 00 00
                """);
    }

    @Test
    void packetsWrappedIntoIpv6AndLabels() {
        Encapsulation ip6 =
                new Encapsulation(Encapsulation.Kind.IP6, null, ip("2001:db8::9"), null, 3, null, null, List.of());
        Encapsulation mpls =
                new Encapsulation(Encapsulation.Kind.MPLS, null, null, null, null, 7, null, List.of(100, 200));
        routing.add(
                route("10.6.0.0/24", Route.TABLE_MAIN, wrapped(ip("10.1.1.2"), ip6), wrapped(ip("10.1.1.3"), mpls)),
                Route.Placement.FIRST);
        assertSent(NEWROUTE, 0x405, """
                02 18 00 00 fe 12 00 01  00 00 00 00
                08 00 01 00 0a 06 00 00
                6c 00 09 00 38 00 00 00 03 00 00 00 08 00 05 00 0a 01 01 02
                            20 00 16 00 14 00 02 00 20 01 0d b8 00 00 00 00 00 00 00 00 00 00 00 09
                                        05 00 05 00 03 00 00 00
                            06 00 15 00 04 00 00 00
                            30 00 00 00 03 00 00 00 08 00 05 00 0a 01 01 03
                            18 00 16 00 0c 00 01 00 00 06 40 00 00 0c 81 00
                                        05 00 02 00 07 00 00 00
                            06 00 15 00 01 00 00 00
                """);
    }

    @Test
    void aDestinationToBecomeAndTtlThatStaysInside() {
        routing.add(
                new Route(
                        RouteType.UNICAST,
                        prefix("10.8.0.0/24"),
                        null,
                        0,
                        Route.TABLE_MAIN,
                        KEEPALIVED,
                        0,
                        null,
                        0,
                        List.of(new NextHop(null, ETH0, false, 1, 0, null, ip("10.9.0.0"))),
                        new Route.Properties(Map.of(), Set.of(), null, false, null, null, false)),
                Route.Placement.ALONE);
        assertSent(NEWROUTE, 0x605, """
                02 18 00 00 fe 12 00 01  00 00 00 00
                08 00 01 00 0a 08 00 00
                08 00 13 00 0a 09 00 00
                08 00 04 00 03 00 00 00
                05 00 1a 00 00 00 00 00
                """);
    }

    @Test
    void severalWays() {
        routing.add(
                route(
                        "192.168.100.0/24",
                        6909,
                        new NextHop(ip("10.1.1.2"), ETH0, true, 1, 0),
                        new NextHop(ip("10.2.2.2"), ETH1, false, 2, 0)),
                Route.Placement.LAST);
        assertSent(NEWROUTE, 0xc05, """
                02 18 00 00 00 12 00 01  00 00 00 00
                08 00 01 00 c0 a8 64 00
                08 00 0f 00 fd 1a 00 00
                24 00 09 00 10 00 04 00 03 00 00 00 08 00 05 00 0a 01 01 02
                            10 00 00 01 05 00 00 00 08 00 05 00 0a 02 02 02
                """);
    }

    @Test
    void anIpv6RouteThatEndsAndIsPreferred() {
        routing.add(
                new Route(
                        RouteType.UNICAST,
                        prefix("2001:db8:2::/64"),
                        prefix("2001:db8:1::/64"),
                        0,
                        Route.TABLE_MAIN,
                        KEEPALIVED,
                        0,
                        null,
                        30,
                        List.of(NextHop.of(ip("2001:db8:1::fe"), ETH0)),
                        new Route.Properties(Map.of(), Set.of(), null, false, 60L, 1)),
                Route.Placement.ALONE);
        assertSent(NEWROUTE, 0x605, """
                0a 40 40 00 fe 12 00 01  00 00 00 00
                14 00 01 00 20 01 0d b8  00 02 00 00 00 00 00 00 00 00 00 00
                14 00 02 00 20 01 0d b8  00 01 00 00 00 00 00 00 00 00 00 00
                14 00 05 00 20 01 0d b8  00 01 00 00 00 00 00 00 00 00 00 fe
                08 00 17 00 3c 00 00 00
                05 00 14 00 01 00 00 00
                08 00 06 00 1e 00 00 00
                08 00 04 00 03 00 00 00
                """);
    }

    @Test
    void aGatewayOfTheOtherFamily() {
        routing.add(
                route("192.168.99.0/24", Route.TABLE_MAIN, NextHop.of(ip("2001:db8:1::fe"), ETH0)),
                Route.Placement.ALONE);
        assertSent(NEWROUTE, 0x605, """
                02 18 00 00 fe 12 00 01  00 00 00 00
                08 00 01 00 c0 a8 63 00
                16 00 12 00 0a 00 20 01 0d b8 00 01 00 00 00 00 00 00 00 00 00 fe 00 00
                08 00 04 00 03 00 00 00
                """);
    }

    @Test
    void aRouteThatLeadsNowhereIsRemovedByAllThatTellsItApart() {
        assertTrue(routing.remove(route("0.0.0.0/0", 77)));
        assertSent(DELROUTE, 0x5, "02 00 00 00 4d 12 00 06  00 00 00 00");
    }

    @Test
    void aRuleWithNamesMarksAndRealms() {
        RuleDraft draft = new RuleDraft();
        draft.from = prefix("192.168.28.0/24");
        draft.to = prefix("192.168.29.0/26");
        draft.tos = 16;
        draft.mark = 24L;
        draft.markMask = 12L;
        draft.inputInterface = "eth0";
        draft.outputInterface = "eth1";
        draft.protocol = KEEPALIVED;
        draft.realms = 0x1e0014L;
        assertTrue(routing.add(draft.rule(39, RoutingRule.Verdict.lookUp(400))));
        assertSent(NEWRULE, 0x605, """
                02 1a 18 10 00 00 00 01  00 00 00 00
                08 00 02 00 c0 a8 1c 00
                08 00 01 00 c0 a8 1d 00
                08 00 0f 00 90 01 00 00
                09 00 03 00 65 74 68 30 00 00 00 00
                09 00 11 00 65 74 68 31 00 00 00 00
                08 00 0a 00 18 00 00 00
                08 00 10 00 0c 00 00 00
                08 00 06 00 27 00 00 00
                08 00 0b 00 14 00 1e 00
                05 00 15 00 12 00 00 00
                """);
    }

    @Test
    void aRuleForPortsUsersAndVrf() {
        RuleDraft draft = new RuleDraft();
        draft.ipv6 = true;
        draft.users = new RoutingRule.Range(100, 200);
        draft.l3mdev = true;
        draft.protocol = 12;
        draft.ipProtocol = 17;
        draft.sourcePorts = new RoutingRule.Range(10, 20);
        draft.destinationPorts = new RoutingRule.Range(20, 30);
        routing.add(draft.rule(42, RoutingRule.Verdict.lookUp(0)));
        assertSent(NEWRULE, 0x605, """
                0a 00 00 00 00 00 00 01  00 00 00 00
                05 00 13 00 01 00 00 00
                05 00 15 00 0c 00 00 00
                05 00 16 00 11 00 00 00
                08 00 17 00 0a 00 14 00
                08 00 18 00 14 00 1e 00
                0c 00 14 00 64 00 00 00 c8 00 00 00
                08 00 06 00 2a 00 00 00
                """);
    }

    @Test
    void aRuleThatJumpsForAllOthers() {
        RuleDraft draft = new RuleDraft();
        draft.inverted = true;
        draft.to = prefix("10.0.0.0/8");
        routing.remove(draft.rule(43, RoutingRule.Verdict.goTo(32766)));
        assertSent(DELRULE, 0x5, """
                02 08 00 00 00 00 00 02  02 00 00 00
                08 00 01 00 0a 00 00 00
                08 00 04 00 fe 7f 00 00
                08 00 06 00 2b 00 00 00
                """);
    }

    @Test
    void aRuleThatSuppresses() {
        RuleDraft draft = new RuleDraft();
        draft.tunnelId = 77L;
        draft.suppressPrefixLength = 0;
        draft.suppressGroup = 5L;
        routing.add(draft.rule(45, RoutingRule.Verdict.lookUp(Route.TABLE_MAIN)));
        assertSent(NEWRULE, 0x605, """
                02 00 00 00 fe 00 00 01  00 00 00 00
                08 00 0e 00 00 00 00 00
                08 00 0d 00 05 00 00 00
                0c 00 0c 00 00 00 00 00  00 00 00 4d
                08 00 06 00 2d 00 00 00
                """);
    }

    @Test
    void whatIsSoAlreadyIsNoFailure() {
        Route route = route("10.0.0.0/8", 77);
        assertFalse(answering(Errno.EEXIST).add(route, Route.Placement.FIRST));
        assertFalse(answering(Errno.ESRCH).remove(route));
        RoutingRule rule = new RuleDraft().rule(7, RoutingRule.Verdict.of(RoutingRule.Action.PROHIBIT));
        assertFalse(answering(Errno.EEXIST).add(rule));
        assertFalse(answering(Errno.ENOENT).remove(rule));
        InterfaceException refused = assertThrows(
                InterfaceException.class, () -> answering(Errno.ENETUNREACH).add(route, Route.Placement.FIRST));
        assertEquals("add route 10.0.0.0/8 table 77: ENETUNREACH (Network is unreachable)", refused.getMessage());
    }

    private static Routing answering(Errno errno) {
        return new KernelRouting(new NetlinkConnection(
                new ScriptedKernel(sent -> List.of(Replies.error(sent.get(0).sequence(), errno)))));
    }
}
