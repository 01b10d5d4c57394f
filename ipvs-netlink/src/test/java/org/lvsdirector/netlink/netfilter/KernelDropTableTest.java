package org.lvsdirector.netlink.netfilter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.NetworkThread;

/** The kernel's own nf_tables, cross-read by nft and by packets. */
@Tag("netns")
class KernelDropTableTest {
    @RegisterExtension
    final Network network = Network.perTest();

    private Host owner;
    private Host client;
    private DropTable table;

    @BeforeEach
    void makeMachines() {
        Lan lan = network.lan("vl-drop");
        owner = network.host("vl-owner")
                .plug(lan, "eth0", "192.168.1.11/24", "192.168.1.100/24", "2001:db8::11/64", "2001:db8::100/64");
        client = network.host("vl-client").plug(lan, "eth0", "192.168.1.12/24", "2001:db8::12/64");
        table = NetworkThread.call(owner, () -> DropTable.open(DropStyle.USUAL));
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void nftReadsTheRulesAsKeepalivedWouldWriteThem() throws UnknownHostException {
        table.replace(List.of(InetAddress.getByName("192.168.1.100")));
        assertEquals("""
                table ip lvs_director {
                	set vips {
                		type ipv4_addr
                		elements = { 192.168.1.100 }
                	}

                	chain in {
                		type filter hook input priority filter - 1; policy accept;
                		ip daddr @vips drop
                	}

                	chain out {
                		type filter hook output priority filter - 1; policy accept;
                		ip saddr @vips drop
                	}
                }
                """, owner.exec("nft", "list", "ruleset"));
    }

    @Test
    void quietInterfacesSendNothingOfTheirGroups() throws UnknownHostException {
        table.replace(List.of(InetAddress.getByName("192.168.1.100")), List.of("eth0", "vrrp.51"));
        String rules = owner.exec("nft", "list", "ruleset");
        assertTrue(rules.contains("""
                		type ifname
                		elements = { "eth0",
                			     "vrrp.51" }
                """), rules);
        assertTrue(rules.contains("meta l4proto igmp oifname @quiet drop"), rules);
        assertTrue(rules.contains("oifname @quiet icmpv6 type mld2-listener-report drop"), rules);
        assertTrue(rules.contains("oifname @quiet icmpv6 type nd-router-solicit drop"), rules);
        assertTrue(rules.contains("ip daddr @vips drop"), rules);

        table.replace(List.of());
        assertEquals("", owner.exec("nft", "list", "ruleset"), "nothing stays behind");
    }

    @Test
    void nameAndPriorityAreTheOperatorsAndRulesMayCount() throws UnknownHostException {
        DropStyle style = new DropStyle("keepalived", -7, true);
        try (DropTable styled = NetworkThread.call(owner, () -> DropTable.open(style))) {
            styled.replace(List.of(InetAddress.getByName("192.168.1.100"), InetAddress.getByName("2001:db8::100")));
            assertFalse(answers("192.168.1.100"));
            String rules = owner.exec("nft", "list", "ruleset");
            assertTrue(rules.contains("table ip keepalived {"), rules);
            assertTrue(rules.contains("table ip6 keepalived {"), rules);
            assertTrue(rules.contains("type filter hook input priority filter - 7;"), rules);
            assertTrue(rules.matches("(?s).*ip daddr @vips counter packets [1-9]\\d* bytes \\d+ drop.*"), rules);
        }
    }

    @Test
    void trafficToTheAddressAloneIsDroppedAndFlowsAgainAfterwards() throws UnknownHostException {
        awaitAnswer("192.168.1.100");
        awaitAnswer("2001:db8::100");
        table.replace(List.of(InetAddress.getByName("192.168.1.100"), InetAddress.getByName("2001:db8::100")));
        assertFalse(answers("192.168.1.100"));
        assertFalse(answers("2001:db8::100"));
        awaitAnswer("192.168.1.11");
        awaitAnswer("2001:db8::11");
        assertNotEquals("", client.exec("ip", "neigh", "show", "to", "2001:db8::100", "nud", "reachable"));

        table.replace(List.of(InetAddress.getByName("2001:db8::100")));
        awaitAnswer("192.168.1.100");
        assertFalse(answers("2001:db8::100"));

        table.replace(List.of());
        awaitAnswer("2001:db8::100");
        assertEquals("", owner.exec("nft", "list", "ruleset"), "nothing stays behind");
    }

    @Test
    void otherTablesAreLeftAlone() {
        owner.exec("nft", "add", "table", "ip", "somebody_elses");
        table.replace(List.of());
        assertEquals("table ip somebody_elses\n", owner.exec("nft", "list", "tables"));
    }

    /** A new link takes a moment to carry IPv6. */
    private void awaitAnswer(String address) {
        Await.until("an answer from " + address, Duration.ofSeconds(60), () -> answers(address));
    }

    private boolean answers(String address) {
        return client.run("ping", "-c", "1", "-W", "1", address).exitCode() == 0;
    }
}
