package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.testing.Absences;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** Routes and rules, static ones and a master's, on a machine whose kernel has them. */
@Tag("netns")
class RoutesTest {
    private static final Path SAMPLES = Path.of("/usr/share/doc/keepalived/samples");
    private static final Duration TENTH = Duration.ofMillis(100);

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"));
    private Lan lan;

    @BeforeEach
    void machine() {
        lan = network.lan("lan");
        director.host.plug(lan, "eth0", "192.168.7.1/24");
    }

    private static String instance(int priority) {
        return """
                vrrp_instance VI_1 {
                  interface eth0
                  virtual_router_id 77
                  priority %d
                  virtual_ipaddress { 192.168.7.100 }
                  virtual_routes {
                    192.168.50.0/24 via 192.168.7.254 dev eth0 src 192.168.7.100 table 500 metric 7
                    192.168.51.0/24 table 500 nexthop via 192.168.7.8 weight 3 nexthop via 192.168.7.9
                    blackhole 192.168.52.0/24
                  }
                  virtual_rules {
                    from 192.168.7.100 table 500 preference 300
                    fwmark 16/255 iif eth0 ipproto tcp dport 80-90 table 500 preference 301
                  }
                }
                """.formatted(priority);
    }

    private static final String STATIC = """
            static_ipaddress {
              192.168.7.201/32 dev eth0 scope link
            }
            static_routes {
              192.168.60.0/24 via 192.168.7.253 dev eth0 mtu 1400 ssthresh lock 9
            }
            static_rules {
              to 192.168.60.0/24 table 600 preference 400
            }
            """;

    private String routes() {
        return director.host.exec("ip", "route", "show", "table", "all", "proto", "keepalived");
    }

    private String rules() {
        return director.host.exec("ip", "rule", "show");
    }

    private void awaitRoute(String fragment) {
        Await.value("a route with " + fragment, SOON, this::routes, text -> text.contains(fragment));
    }

    @Test
    void aMasterHasThemAndGivesThemUp() {
        director.configure(instance(100), STATIC);
        Running running = director.start();
        awaitRoute("192.168.60.0/24 via 192.168.7.253 dev eth0 mtu 1400 ssthresh lock 9");
        awaitRoute("blackhole 192.168.52.0/24");
        awaitRoute("192.168.50.0/24 via 192.168.7.254 dev eth0 table 500 src 192.168.7.100 metric 7");
        assertTrue(
                routes().replaceAll("\\s+", " ")
                        .contains("192.168.51.0/24 table 500 nexthop via 192.168.7.8 dev eth0 weight 3"
                                + " nexthop via 192.168.7.9 dev eth0 weight 1"),
                routes());
        String rules = rules();
        assertTrue(rules.contains("300:\tfrom 192.168.7.100 lookup 500 proto keepalived"), rules);
        assertTrue(
                rules.contains("301:\tfrom all fwmark 0x10/0xff iif eth0 ipproto tcp dport 80-90 lookup 500"), rules);
        assertTrue(rules.contains("400:\tfrom all to 192.168.60.0/24 lookup 600 proto keepalived"), rules);
        assertTrue(director.host.hasAddress("192.168.7.201"));

        director.configure(instance(100).replace("192.168.50.0", "192.168.55.0"));
        director.run("reload").orFail();
        awaitRoute("192.168.55.0/24 via");
        assertFalse(routes().contains("192.168.50.0"), routes());
        Await.until("static ones go", SOON, () -> !director.host.hasAddress("192.168.7.201"));
        assertFalse(routes().contains("192.168.60.0"), routes());
        assertFalse(rules().contains("400:"), rules());

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        assertEquals("", routes());
        assertFalse(rules().contains("keepalived"), rules());
        assertEquals(List.of(), director.files());
    }

    @Test
    void whatSomebodyRemovesIsBackWithinATenthOfASecond() {
        director.configure(instance(100), STATIC);
        Running running = director.start();
        awaitRoute("192.168.50.0/24");
        Running monitor = director.host.start("ip", "-ts", "-o", "monitor", "route", "rule");
        monitorIsReady(monitor);

        Absences absences = new Absences(monitor);
        for (Removal removal : List.of(
                new Removal("192.168.50.0/24 via", "ip route delete 192.168.50.0/24 table 500"),
                new Removal("300:", "ip rule delete preference 300"),
                new Removal("192.168.60.0/24 via", "ip route delete 192.168.60.0/24"),
                new Removal("400:", "ip rule delete preference 400"))) {
            absences.awaitShorterThan(TENTH, removal.news, () -> director.host.exec(removal.command.split(" ")));
        }
        director.host.exec("ip", "address", "delete", "192.168.7.201/32", "dev", "eth0");
        Await.until("the address is back", SOON, () -> director.host.hasAddress("192.168.7.201"));
        running.awaitLine("(VI_1) put back route 192.168.50.0/24 table 500", SOON);
        running.awaitLine("Restoring deleted static rule 400 to 192.168.60.0/24", SOON);
        running.awaitLine("Restoring deleted static address 192.168.7.201 dev eth0", SOON);
        director.awaitStatus("VI_1  MASTER");
    }

    private record Removal(String news, String command) {}

    private void monitorIsReady(Running monitor) {
        // A route that is replaced by its equal is no news.
        Await.until("the monitor hears", SOON, () -> {
            director.host.exec("ip", "route", "add", "blackhole", "203.0.113.0/24");
            director.host.exec("ip", "route", "delete", "blackhole", "203.0.113.0/24");
            return !seen(monitor, "203.0.113.0/24").isEmpty();
        });
    }

    private static List<String> seen(Running monitor, String fragment) {
        return monitor.output().lines().filter(line -> line.contains(fragment)).toList();
    }

    /** Both kinds of outer header that this kernel has; labels need a kernel with MPLS, and have their bytes looked at elsewhere. */
    @Test
    void packetsAreWrappedOnTheirWayAndTheRouteIsPutBack() {
        director.configure("""
                static_routes {
                  10.5.0.0/24 dev eth0 encap ip id 100 dst 192.168.7.9 src 192.168.7.1 tos 4 ttl 9
                  10.6.0.0/24 dev eth0 encap ip6 dst 2001:db8::9 tc 3 hoplimit 9
                }
                """);
        Running running = director.start();
        awaitRoute("10.5.0.0/24  encap ip id 100 src 192.168.7.1 dst 192.168.7.9 ttl 9 tos 4 dev eth0");
        awaitRoute("10.6.0.0/24  encap ip6 id 0 src :: dst 2001:db8::9 hoplimit 9 tc 3 dev eth0");
        director.host.exec("ip", "route", "delete", "10.5.0.0/24");
        running.awaitLine("Restoring deleted static route 10.5.0.0/24", SOON);
        awaitRoute("10.5.0.0/24  encap ip id 100");

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        assertEquals("", routes());
    }

    @Test
    void routesThatWentWithALinkComeBackWithIt() {
        director.configure(STATIC);
        director.start();
        awaitRoute("192.168.60.0/24");
        director.host.exec("ip", "link", "set", "eth0", "down");
        Await.until("it went", SOON, () -> !routes().contains("192.168.60.0/24"));
        director.host.exec("ip", "link", "set", "eth0", "up");
        awaitRoute("192.168.60.0/24");
    }

    @Test
    void whatADeadDirectorLeftIsSwept() {
        director.configure(instance(100), STATIC);
        Running first = director.start();
        awaitRoute("192.168.50.0/24");
        Await.until("rules", SOON, () -> rules().contains("301:"));
        first.killTree();
        assertTrue(routes().contains("192.168.50.0/24"), "a power cut gives nothing back");

        director.configure("global_defs {", "  router_id LVS", "}");
        director.start();
        Await.until("nothing is left", SOON, () -> routes().isEmpty() && !rules().contains("keepalived"));
        assertFalse(director.host.hasAddress("192.168.7.201"));
        assertFalse(director.host.hasAddress("192.168.7.100"));
    }

    @Test
    void theFirewallAndTheSettingsOfADeadDirectorAreSweptToo() {
        director.configure(instance(100).replace("priority 100", "priority 100\n  no_accept\n  promote_secondaries"));
        String promoted = "/proc/sys/net/ipv4/conf/eth0/promote_secondaries";
        String before = director.host.exec("cat", promoted).strip();
        assertEquals("0", before);
        Running first = director.start();
        director.awaitAddress("192.168.7.100");
        assertTrue(director.host.exec("nft", "list", "ruleset").contains("192.168.7.100"));
        assertEquals("1", director.host.exec("cat", promoted).strip());
        first.killTree();
        assertTrue(director.host.exec("nft", "list", "ruleset").contains("192.168.7.100"), "it outlives the process");

        director.configure("global_defs {", "  router_id LVS", "}");
        director.start();
        Await.value("no rule is left", SOON, () -> director.host.exec("nft", "list", "ruleset"), ""::equals);
        director.awaitNoAddress("192.168.7.100");
        Await.value("as it was", SOON, () -> director.host.exec("cat", promoted).strip(), before::equals);
    }

    @Test
    void aPeerTakesThemOverAndGivesThemBack() {
        Host other = network.host("other").plug(lan, "eth0", "192.168.7.2/24");
        other.write("/run/keepalived.conf", instance(50));
        director.configure(instance(100));
        Running running = director.start();
        awaitRoute("192.168.50.0/24");
        Running keepalived = other.start(
                "keepalived",
                "-n",
                "-l",
                "-D",
                "-P",
                "-f",
                "/run/keepalived.conf",
                "-p",
                "/run/k.pid",
                "-r",
                "/run/kv.pid");
        keepalived.awaitLine("(VI_1) Entering BACKUP STATE", SOON);
        assertEquals("", other.exec("ip", "route", "show", "table", "all", "proto", "keepalived"));
        String ours = routes();
        String ourRules = rules();

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        keepalived.awaitLine("(VI_1) setting Virtual Rules", SOON);
        assertEquals("", routes());
        Await.value(
                "the same routes and rules",
                SOON,
                () -> other.exec("ip", "route", "show", "table", "all", "proto", "keepalived")
                        + other.exec("ip", "rule", "show"),
                (ours + ourRules)::equals);

        director.start();
        awaitRoute("192.168.50.0/24");
        keepalived.awaitLine("(VI_1) removing Virtual Rules", SOON);
        Await.value(
                "keepalived lets go",
                SOON,
                () -> other.exec("ip", "route", "show", "table", "all", "proto", "keepalived"),
                ""::equals);
        assertEquals(ours, routes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"routes", "rules", "static_ipaddress"})
    void keepalivedsSamplesRun(String sample) throws IOException {
        for (int i = 1; i <= 3; i++) {
            director.host.plug(network.lan("lan" + i), "eth" + i, "192.168.21" + i + ".1/24");
        }
        director.host.addAddress("eth0", "192.168.200.1/24").addAddress("eth1", "192.168.100.1/24");
        director.configure(Files.readString(SAMPLES.resolve("keepalived.conf.vrrp." + sample)));
        director.start();
        director.awaitAddress(sample.equals("static_ipaddress") ? "192.168.200.20" : "192.168.200.16");
        if (sample.equals("rules")) {
            Await.value(
                    "rules",
                    SOON,
                    this::rules,
                    text -> text.contains("from 192.168.200.0/24 lookup 2")
                            && text.contains("to 192.168.200.0/24 lookup 2")
                            && text.contains("from 192.168.100.0/24 lookup 1"));
        } else {
            awaitRoute("192.168.111.0/24 dev eth2");
            awaitRoute("192.168.112.0/24 via 192.168.100.254 dev eth1");
        }
    }
}
