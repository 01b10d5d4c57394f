package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** The virtual router's own hardware address ({@code use_vmac}), alone and beside the real keepalived. */
@Tag("netns")
class VirtualMacTest {
    private static final String MAC = "00:00:5e:00:01:33";
    private static final String IPV6_MAC = "00:00:5e:00:02:33";
    private static final List<String> SETTINGS = List.of(
            "all/rp_filter",
            "eth0/rp_filter",
            "default/rp_filter",
            "eth0/arp_ignore",
            "eth0/arp_filter",
            "eth0/arp_announce");

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"));
    private Lan lan;
    private Host client;

    @BeforeEach
    void machines() {
        lan = network.lan("lan");
        director.host.plug(lan, "eth0", "192.168.7.1/24");
        client = network.host("client").plug(lan, "eth0", "192.168.7.9/24");
    }

    private static String instance(int priority, String words, String address) {
        return """
                vrrp_instance VI_1 {
                  interface eth0
                  virtual_router_id 51
                  priority %d
                  use_vmac
                  %s
                  virtual_ipaddress { %s }
                }
                """.formatted(priority, words, address);
    }

    private static String instance(int priority) {
        return instance(priority, "", "192.168.7.100/24");
    }

    private Map<String, String> settings() {
        Map<String, String> values = new TreeMap<>();
        SETTINGS.forEach(name -> values.put(
                name,
                director.host.exec("cat", "/proc/sys/net/ipv4/conf/" + name).strip()));
        return values;
    }

    /** Another machine for the pair, told what keepalived does not say itself: to ask for clients in its own name. */
    private Host other(String... addresses) {
        return network.host("other").plug(lan, "eth0", addresses).sysctl("net.ipv4.conf.eth0.arp_announce", "2");
    }

    private String links() {
        return director.host.exec("ip", "-d", "link", "show");
    }

    private void awaitOnVmac(Host host, String link, String address) {
        Await.until(address + " on " + link + " of " + host, SOON, () -> host.run("ip", "address", "show", "dev", link)
                .output()
                .contains(" " + address + "/"));
    }

    /** What the client hears, with hardware addresses. */
    private Running capture(String filter) {
        Running tcpdump = client.start("tcpdump", "-l", "-n", "-e", "--immediate-mode", "-i", "eth0", filter);
        tcpdump.awaitLine("listening on", SOON);
        return tcpdump;
    }

    /** The hardware address that the client has for the virtual one, after having asked for it if need be. */
    private String learnt(String address) {
        Await.until(
                "an answer from " + address,
                SOON,
                () -> client.run("ping", "-c", "1", "-W", "1", address).exitCode() == 0);
        return client.exec("ip", "neigh", "show", address)
                .replaceAll("(?s).*lladdr (\\S+).*", "$1")
                .strip();
    }

    @Test
    void theMastersTrafficHasTheVirtualMacAndNothingStaysAfterAStop() {
        director.host.sysctl("net.ipv4.conf.all.rp_filter", "1");
        Map<String, String> before = settings();
        String linksBefore = links();
        Running adverts = capture("vrrp or arp or igmp");
        director.configure(instance(100));
        Running running = director.start();
        awaitOnVmac(director.host, "vrrp.51", "192.168.7.100");
        assertEquals(MAC, learnt("192.168.7.100"));
        assertTrue(links().contains("macvlan mode private"), links());
        assertEquals(
                Map.of(
                        "all/rp_filter", "0",
                        "eth0/rp_filter", "1",
                        "default/rp_filter", "1",
                        "eth0/arp_ignore", "1",
                        "eth0/arp_filter", "1",
                        "eth0/arp_announce", "2"),
                settings());
        running.awaitLine("Sending gratuitous ARP on vrrp.51 for 192.168.7.100", SOON);

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        assertEquals(before, settings());
        assertFalse(links().contains("vrrp.51"), links());
        assertEquals(linksBefore.lines().count(), links().lines().count());
        assertEquals("", director.host.exec("nft", "list", "ruleset"));
        assertEquals(List.of(), director.files());

        String seen = adverts.output();
        assertTrue(seen.contains(MAC + " > 01:00:5e:00:00:12"), seen);
        assertTrue(
                seen.lines()
                        .filter(line -> line.contains("192.168.7.1 > 224.0.0.18"))
                        .allMatch(line -> line.contains(MAC + " >")),
                seen);
        assertTrue(
                seen.lines().filter(line -> line.contains("igmp")).noneMatch(line -> line.contains(MAC)),
                "a group is never joined under the virtual MAC: " + seen);
    }

    @Test
    void aPairWithKeepalivedKeepsTheMacInBothDirections() {
        Host other = other("192.168.7.2/24");
        director.configure(instance(150));
        Running running = director.start();
        awaitOnVmac(director.host, "vrrp.51", "192.168.7.100");
        Running keepalived = Keepalived.start(other, instance(100));
        keepalived.awaitLine("(VI_1) Entering BACKUP STATE", SOON);
        assertEquals(MAC, learnt("192.168.7.100"));

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        awaitOnVmac(other, "vrrp.51", "192.168.7.100");
        assertEquals(MAC, learnt("192.168.7.100"));

        director.start();
        awaitOnVmac(director.host, "vrrp.51", "192.168.7.100");
        keepalived.awaitLine("Master received advert from 192.168.7.1 with higher priority 150, ours 100", SOON);
        Await.until("keepalived lets go", SOON, () -> !other.hasAddress("192.168.7.100"));
        assertEquals(MAC, learnt("192.168.7.100"));
    }

    @Test
    void keepalivedsAdvertsUnderTheSameMacAreHeard() {
        Host other = other("192.168.7.2/24");
        Running keepalived = Keepalived.start(other, instance(200));
        awaitOnVmac(other, "vrrp.51", "192.168.7.100");
        director.configure(instance(100));
        director.start();
        director.awaitStatus("VI_1  BACKUP");
        Await.value(
                "its adverts", SOON, () -> director.run("status", "--json").output(), text -> text.replaceAll("\\s", "")
                        .matches(".*\"advertsReceived\":[1-9].*"));
        keepalived.signal("TERM");
        awaitOnVmac(director.host, "vrrp.51", "192.168.7.100");
        assertEquals(MAC, learnt("192.168.7.100"));
    }

    @Test
    void overIpv6AsWell() {
        director.host.addAddress("eth0", "2001:db8::1/64");
        client.addAddress("eth0", "2001:db8::9/64");
        Host other = other("2001:db8::2/64");
        String addresses = "fe80::100/64 \n 2001:db8::100/64";
        director.configure(instance(150, "", addresses));
        Running adverts = capture("ip6 proto 112");
        Running running = director.start();
        awaitOnVmac(director.host, "vrrp.51", "2001:db8::100");
        Keepalived.start(other, instance(100, "", addresses)).awaitLine("(VI_1) Entering BACKUP STATE", SOON);
        assertEquals(IPV6_MAC, learnt("2001:db8::100"));
        assertFalse(other.hasAddress("2001:db8::100"));
        assertTrue(adverts.output().contains(IPV6_MAC + " > 33:33:00:00:00:12"));

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        awaitOnVmac(other, "vrrp.51", "2001:db8::100");
        assertEquals(IPV6_MAC, learnt("2001:db8::100"));
    }

    @Test
    void advertsUseTheBaseWhereTheyAreAskedTo() {
        Host other = other("192.168.7.2/24");
        director.configure(instance(150, "vmac_xmit_base", "192.168.7.100/24"));
        Running adverts = capture("vrrp");
        Running running = director.start();
        awaitOnVmac(director.host, "vrrp.51", "192.168.7.100");
        Running keepalived = Keepalived.start(other, instance(100, "vmac_xmit_base", "192.168.7.100/24"));
        keepalived.awaitLine("(VI_1) Entering BACKUP STATE", SOON);
        assertEquals(MAC, learnt("192.168.7.100"));
        assertFalse(adverts.output().contains(MAC));

        running.signal("TERM");
        awaitOnVmac(other, "vrrp.51", "192.168.7.100");
        Running again = director.start();
        awaitOnVmac(director.host, "vrrp.51", "192.168.7.100");
        Await.until("keepalived lets go", SOON, () -> !other.hasAddress("192.168.7.100"));
        again.signal("TERM");
        assertEquals(0, again.awaitExit(SOON), again.output());
    }

    @Test
    void whatADeadDirectorLeftIsTakenOverOrSwept() {
        Map<String, String> before = settings();
        director.configure(instance(100));
        Running first = director.start();
        awaitOnVmac(director.host, "vrrp.51", "192.168.7.100");
        first.killTree();
        assertTrue(links().contains("vrrp.51@eth0"), "a power cut gives nothing back");

        Running second = director.start();
        second.awaitLine("took over macvlan vrrp.51 on eth0, which was there", SOON);
        awaitOnVmac(director.host, "vrrp.51", "192.168.7.100");
        second.killTree();

        director.configure("global_defs {", "  router_id LVS", "}");
        director.start();
        Await.until("nothing is left", SOON, () -> !links().contains("vrrp.51"));
        Await.value("the settings are back", SOON, this::settings, before::equals);
        Await.value("no rule is left", SOON, () -> director.host.exec("nft", "list", "ruleset"), ""::equals);
    }

    @Test
    void itGoesAndComesWithItsBase() {
        director.configure(instance(100));
        Running running = director.start();
        awaitOnVmac(director.host, "vrrp.51", "192.168.7.100");
        director.host.exec("ip", "link", "delete", "eth0");
        running.awaitLine("(VI_1) Entering FAULT STATE", SOON);
        assertFalse(links().contains("vrrp.51"), links());

        director.host.plug(lan, "eth0", "192.168.7.1/24");
        awaitOnVmac(director.host, "vrrp.51", "192.168.7.100");
        assertEquals(MAC, learnt("192.168.7.100"));
        assertEquals("1", settings().get("eth0/arp_ignore"));
    }

    @Test
    void aForeignInterfaceOfThatNameIsLeftAlone() {
        director.host.exec("ip", "link", "add", "vrrp.51", "type", "veth", "peer", "name", "far");
        director.configure(instance(100));
        Running running = director.start();
        running.awaitLine("cannot make macvlan vrrp.51 on eth0: there is another interface of that name (veth", SOON);
        director.awaitStatus("interface vrrp.51 down");
        assertTrue(links().contains("vrrp.51@far"), links());
    }

    @Test
    void addressesOnOtherInterfacesCanHaveTheVirtualMacToo() {
        Lan second = network.lan("second");
        director.host.plug(second, "eth1", "192.168.8.1/24");
        director.configure(instance(100, "use_vmac_addr", "192.168.7.100/24 \n 192.168.8.100/24 dev eth1"));
        director.start();
        awaitOnVmac(director.host, "vrrp.51", "192.168.7.100");
        awaitOnVmac(director.host, "vrrp1.51", "192.168.8.100");
        assertTrue(director.host.exec("ip", "link", "show", "vrrp1.51").contains(MAC));
        assertTrue(links().contains("vrrp1.51@eth1"), links());
    }
}
