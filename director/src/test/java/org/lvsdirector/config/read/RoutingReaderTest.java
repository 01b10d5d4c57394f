package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.config.read.Reading.accepted;
import static org.lvsdirector.config.read.Reading.problems;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.RoutingConfig;
import org.lvsdirector.config.syntax.InMemorySources;
import org.lvsdirector.vrrp.settings.Encapsulation;
import org.lvsdirector.vrrp.settings.NumberRange;
import org.lvsdirector.vrrp.settings.Prefix;
import org.lvsdirector.vrrp.settings.RouteEntry;
import org.lvsdirector.vrrp.settings.RouteKind;
import org.lvsdirector.vrrp.settings.RouteMetric;
import org.lvsdirector.vrrp.settings.RoutePlacement;
import org.lvsdirector.vrrp.settings.RouteProperties;
import org.lvsdirector.vrrp.settings.RouteWay;
import org.lvsdirector.vrrp.settings.RuleEntry;

/** Routes and rules as the manual page and the samples of keepalived write them. */
class RoutingReaderTest {
    private static final int MAIN = 254;

    private static RouteEntry route(String line) {
        Configuration configuration = accepted("static_routes {\n" + line + "\n}\n");
        return (RouteEntry) configuration.statics().routing().routes().get(0).entry();
    }

    private static RuleEntry rule(String line) {
        Configuration configuration = accepted("static_rules {\n" + line + "\n}\n");
        return (RuleEntry) configuration.statics().routing().rules().get(0).entry();
    }

    private static Prefix prefix(String address, int length) {
        return new Prefix(Objects.requireNonNull(Addresses.parse(address)), length);
    }

    private static RouteWay via(String gateway, @Nullable String dev) {
        return new RouteWay(Addresses.parse(gateway), dev, false, 1, 0);
    }

    @Test
    void theManualPagesPlainRoute() {
        assertEquals(
                new RouteEntry(
                        RouteKind.UNICAST,
                        prefix("192.168.109.0", 24),
                        null,
                        0,
                        MAIN,
                        18,
                        0,
                        Addresses.parse("192.168.100.1"),
                        0,
                        List.of(via("192.168.200.254", "eth1")),
                        RouteProperties.NONE,
                        RoutePlacement.FIRST,
                        true),
                route("src 192.168.100.1 to 192.168.109.0/24 via 192.168.200.254 dev eth1"));
    }

    @Test
    void theManualPagesLongRoute() {
        RouteEntry route = route("192.168.200.0/24 dev p33p1.2 table 6909 tos 0x04 protocol bird scope link priority 12"
                + " mtu 1000 hoplimit 100 advmss 101 rtt 102 rttvar 103 reordering 104 window 105 cwnd 106"
                + " ssthresh lock 107 realms 7/0x14 rto_min 108 initcwnd 109 initrwnd 110 features ecn append");
        assertEquals(List.of(new RouteWay(null, "p33p1.2", false, 1, 0x70014)), route.ways());
        assertEquals(6909, route.table());
        assertEquals(4, route.tos());
        assertEquals(12, route.protocol());
        assertEquals(253, route.scope());
        assertEquals(12, route.priority());
        assertEquals(RoutePlacement.LAST, route.placement());
        assertEquals(
                Map.ofEntries(
                        Map.entry(RouteMetric.MTU, 1000L),
                        Map.entry(RouteMetric.HOPLIMIT, 100L),
                        Map.entry(RouteMetric.ADVMSS, 101L),
                        Map.entry(RouteMetric.RTT, 102L),
                        Map.entry(RouteMetric.RTTVAR, 103L),
                        Map.entry(RouteMetric.REORDERING, 104L),
                        Map.entry(RouteMetric.WINDOW, 105L),
                        Map.entry(RouteMetric.CWND, 106L),
                        Map.entry(RouteMetric.SSTHRESH, 107L),
                        Map.entry(RouteMetric.RTO_MIN, 108L),
                        Map.entry(RouteMetric.INITCWND, 109L),
                        Map.entry(RouteMetric.INITRWND, 110L),
                        Map.entry(RouteMetric.FEATURES, 1L)),
                route.properties().metrics());
        assertEquals(Set.of(RouteMetric.SSTHRESH), route.properties().locked());
    }

    @Test
    void severalWays() {
        assertEquals(
                List.of(
                        new RouteWay(Addresses.parse("192.168.101.1"), "wlan0", true, 1, 0),
                        new RouteWay(Addresses.parse("192.168.101.2"), "wlan0", true, 2, 0)),
                route("192.168.100.0/24 table 6909 nexthop via 192.168.101.1 dev wlan0 onlink weight 1"
                                + " nexthop via 192.168.101.2 dev wlan0 onlink weight 2")
                        .ways());
        assertEquals(
                List.of(via("10.0.0.1", null), via("10.0.0.2", null)),
                route("192.168.113.0/24 via 10.0.0.1 or 10.0.0.2").ways());
    }

    @Test
    void timesHaveUnitsAndBareNumbersAreTheKernels() {
        Map<RouteMetric, Long> metrics = route("10.0.0.0/8 rtt 20ms rttvar lock 10ms rto_min 1s")
                .properties()
                .metrics();
        assertEquals(Map.of(RouteMetric.RTT, 160L, RouteMetric.RTTVAR, 40L, RouteMetric.RTO_MIN, 1000L), metrics);
    }

    @Test
    void ipv6Routes() {
        RouteEntry route = route("inet6 default from 2001:db8::/32 via fe80::1 dev eth0 expires 60 pref high no_track");
        assertEquals(prefix("::", 0), route.destination());
        assertEquals(prefix("2001:db8::", 32), route.source());
        assertEquals(60L, route.properties().expiresSeconds());
        assertEquals(1, route.properties().preference());
        assertEquals(false, route.tracked());
        assertEquals(
                Addresses.parse("fe80::1"),
                route("10.0.0.0/8 via inet6 fe80::1 dev eth0").ways().get(0).gateway());
    }

    @Test
    void kindsThatLeadNowhere() {
        RouteEntry route = route("blackhole 192.168.113.1/32");
        assertEquals(RouteKind.BLACKHOLE, route.kind());
        assertEquals(List.of(), route.ways());
    }

    @Test
    void packetsCanBeWrapped() {
        assertEquals(
                new Encapsulation(
                        Encapsulation.Kind.IP,
                        100L,
                        Addresses.parse("10.0.0.9"),
                        Addresses.parse("10.0.0.1"),
                        4,
                        9,
                        0x2000,
                        List.of()),
                route("10.5.0.0/24 encap ip id 100 dst 10.0.0.9 src 10.0.0.1 tos 4 ttl 9 flags 0x2000 dev tun0")
                        .ways()
                        .get(0)
                        .encapsulation());
        RouteWay six = route("10.6.0.0/24 dev tun0 encap ip6 dst 2001:db8::9 tc 3 hoplimit 9 realms 7")
                .ways()
                .get(0);
        assertEquals(
                new Encapsulation(
                        Encapsulation.Kind.IP6, null, Addresses.parse("2001:db8::9"), null, 3, 9, null, List.of()),
                six.encapsulation());
        assertEquals(7, six.realms());
        assertEquals(
                new Encapsulation(Encapsulation.Kind.MPLS, null, null, null, null, 7, null, List.of(100, 200)),
                route("10.7.0.0/24 nexthop via 10.0.0.9 encap mpls 100/200 ttl 7 weight 2 nexthop via 10.0.0.8")
                        .ways()
                        .get(0)
                        .encapsulation());
    }

    @Test
    void wordsForLabelsAreHandedOnWithAWarning() {
        String line = "10.8.0.0/24 as to 10.9.0.0 via 10.0.0.9 ttl-propagate disabled";
        assertEquals(Addresses.parse("10.9.0.0"), route(line).ways().get(0).newDestination());
        assertEquals(false, route(line).properties().propagatesTtl());
        assertEquals(
                List.of(
                        "2:13 warning: Linux heeds 'as' in routes for MPLS labels alone",
                        "2:41 warning: Linux heeds 'ttl-propagate' in routes for MPLS labels alone"),
                problems("static_routes {\n" + line + "\n}\n"));
    }

    @Test
    void aVrfStandsForItsTable() {
        RouteEntry route = route("10.8.0.0/24 via 10.0.0.9 dev eth0 vrf blue");
        assertEquals("blue", route.vrf());
        assertEquals(List.of("blue", "eth0"), route.interfaces());
        assertEquals("route 10.8.0.0/24 vrf blue", route.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "via 10.0.0.1|the route has no destination",
                "10.0.0.0/33 dev eth0|the prefix length of '10.0.0.0/33' is outside 0 to 32",
                "10.0.0.0/8 via x|'x' is no IPv4 or IPv6 address",
                "10.0.0.0/8 dev|'dev' needs a value",
                "10.0.0.0/8 encap ila 5|'encap' knows no 'ila'",
                "10.0.0.0/8 encap ip dst 2001:db8::1 dev eth0|the outer header is of the other family",
                "10.0.0.0/8 encap mpls 5/1048576 dev eth0|'1048576' is no MPLS label",
                "10.0.0.0/8 encap ip ttl 256 dev eth0|ttl '256' is no number from 0 to 255",
                "10.0.0.0/8 table 5 vrf blue dev eth0|a route has either 'vrf' or 'table'",
                "10.0.0.0/8 mtu -1|mtu '-1' is no number from 0 to 4294967295",
                "10.0.0.0/8 table nosuch|table 'nosuch' is neither a number from 0 to 4294967295 nor a name",
                "10.0.0.0/8 src 2001:db8::1|the families of destination and src differ",
                "10.0.0.0/8 expires 5|expires and pref are for IPv6 routes alone",
                "2001:db8::/32 via 10.0.0.1|an IPv6 route has an IPv4 gateway",
            })
    void faultyRoutes(String line, String message) {
        List<String> problems = problems("static_routes {\n" + line + "\n}\n");
        assertTrue(problems.get(0).contains("error: " + message), problems.toString());
    }

    @Test
    void theManualPagesRules() {
        RuleEntry rule = rule("from 192.168.28.0/24 to 192.168.29.0/26 table 66 iif p33p1 oif wlan0 tos 22"
                + " fwmark 24/12 preference 39 realms 30/20 no_track");
        assertEquals(
                new RuleEntry(
                        false,
                        39,
                        false,
                        prefix("192.168.28.0", 24),
                        prefix("192.168.29.0", 26),
                        22,
                        24L,
                        12L,
                        "p33p1",
                        "wlan0",
                        null,
                        null,
                        false,
                        18,
                        null,
                        null,
                        null,
                        0x1e0014L,
                        null,
                        null,
                        RuleEntry.Action.LOOKUP,
                        66,
                        false),
                rule);
        RuleEntry ports = rule("to 1:2:3:4:6:6:7:0/112 from 8:6:5:4:3:2::/96 l3mdev protocol 12 ip_proto UDP"
                + " sport 10-20 dport 20-30 uidrange 10000-19999 priority 5");
        assertTrue(ports.ipv6());
        assertTrue(ports.l3mdev());
        assertEquals(12, ports.protocol());
        assertEquals(17, ports.ipProtocol());
        assertEquals(new NumberRange(10, 20), ports.sourcePorts());
        assertEquals(new NumberRange(20, 30), ports.destinationPorts());
        assertEquals(new NumberRange(10000, 19999), ports.users());
    }

    @Test
    void rulesWithoutPreferenceGetThemFromThemDownInOrder() {
        Configuration configuration = accepted(
                "static_rules {\nfrom 10.0.0.1 table 1\nfrom all blackhole\nto 10.0.0.2 goto 5 priority 7\n}\n");
        assertEquals(
                List.of(16384L, 16383L, 7L),
                configuration.statics().routing().rules().stream()
                        .map(RoutingConfig.Line::entry)
                        .map(entry -> ((RuleEntry) entry).priority())
                        .toList());
        assertEquals(
                "2:1 warning: the rule has no preference, so it gets 16384",
                problems("static_rules {\nfrom 10.0.0.1 table 1\n}\n").get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from 10.0.0.0/8|the rule does nothing",
                "from 10.0.0.0/8 to 2001:db8::/32 table 5|the families of 'from' and 'to' differ",
                "sport 20-10 table 5|'20-10' is no range",
                "fwmark x table 5|'x' is no firewall mark",
                "ipproto nosuch table 5|'nosuch' is no protocol",
                "colour red table 5|'colour' cannot stand in a rule",
            })
    void faultyRules(String line, String message) {
        List<String> problems = problems("static_rules {\n" + line + "\n}\n");
        assertTrue(problems.get(0).contains("error: " + message), problems.toString());
    }

    @Test
    void anAddressCutShortAsInASampleIsTakenForTheWhole() {
        assertEquals(
                prefix("192.168.100.0", 24),
                rule("to 192.168.100./24 table 1 priority 9").to());
        assertEquals(prefix("10.0.0.0", 8), route("10.1.2.3/8 dev eth0").destination());
    }

    @Test
    void namesComeFromTheFilesOfIproute2() {
        InMemorySources sources = new InMemorySources()
                .with("x.conf", "static_routes {\n10.0.0.0/8 dev eth0 table uplink\n}\n")
                .with("/etc/iproute2/rt_tables", "# comment\n255 local\n\n77\tuplink # ours\n");
        Configuration configuration =
                new ConfigurationReader(sources).read(Path.of("x.conf")).configuration();
        assertEquals(
                77,
                ((RouteEntry) Objects.requireNonNull(configuration)
                                .statics()
                                .routing()
                                .routes()
                                .get(0)
                                .entry())
                        .table());
    }

    /** The machine's own names count before those that iproute2 came with. */
    @Test
    void theFilesOfIproute2MayLieElsewhere() {
        InMemorySources sources = new InMemorySources()
                .with("x.conf", """
                        global_defs {
                            iproute_usr_dir /opt/share
                            iproute_etc_dir /opt/etc
                        }
                        static_routes {
                            10.0.0.0/8 dev eth0 table uplink
                            10.0.0.0/8 dev eth0 table other
                        }
                        """)
                .with("/opt/share/rt_tables", "76 uplink\n78 other\n")
                .with("/opt/etc/rt_tables", "77 uplink\n")
                .with("/etc/iproute2/rt_tables", "79 uplink\n79 other\n");
        Configuration configuration = Objects.requireNonNull(
                new ConfigurationReader(sources).read(Path.of("x.conf")).configuration());
        assertEquals(
                List.of(77L, 78L),
                configuration.statics().routing().routes().stream()
                        .map(line -> ((RouteEntry) line.entry()).table())
                        .toList());
    }

    @Test
    void anInstanceHasItsOwn() {
        RoutingConfig routing = Reading.instance(
                        "virtual_routes {\n10.1.0.0/16 dev eth0\n}\nvirtual_rules {\nfrom 10.0.0.1 table 5 preference 7\n}")
                .host()
                .routing();
        assertEquals("route 10.1.0.0/16", routing.routes().get(0).entry().text());
        assertEquals("rule 7 from 10.0.0.1/32", routing.rules().get(0).entry().text());
    }

    @Test
    void staticAddressesGoToTheDefaultInterface() {
        Configuration configuration = accepted(
                "global_defs {\ndefault_interface eth5\n}\nstatic_ipaddress {\n10.0.0.1\n10.0.0.2 dev eth1\n}\n");
        assertEquals(
                List.of("eth5", "eth1"),
                configuration.statics().addresses().stream()
                        .map(address -> Objects.requireNonNull(address.device()))
                        .toList());
        assertTrue(configuration.needsVrrp());
    }
}
