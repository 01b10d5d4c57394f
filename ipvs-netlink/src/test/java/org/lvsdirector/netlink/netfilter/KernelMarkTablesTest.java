package org.lvsdirector.netlink.netfilter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
class KernelMarkTablesTest {
    private static final String TABLE = "keepalived_ipvs";
    private static final int TCP = 6;
    private static final int UDP = 17;

    @RegisterExtension
    final Network network = Network.perTest();

    private Host director;
    private Host client;

    @BeforeEach
    void makeMachines() {
        Lan lan = network.lan("vl-mark");
        director = network.host("vl-director")
                .plug(lan, "eth0", "192.168.1.11/24", "192.168.1.100/24", "2001:db8::11/64", "2001:db8::100/64");
        client = network.host("vl-client").plug(lan, "eth0", "192.168.1.12/24", "2001:db8::12/64");
    }

    @Test
    void nftReadsTheMapsAndNothingStaysBehind() {
        replace(TABLE, -1, mark("192.168.1.100", TCP, 80, 1000), mark("192.168.1.101", TCP, 443, 1000));
        assertEquals("""
                table ip keepalived_ipvs {
                	map tcp_map {
                		type ipv4_addr . inet_service : mark
                		elements = { 192.168.1.100 . 80 : 0x000003e8,
                			     192.168.1.101 . 443 : 0x000003e8 }
                	}

                	chain in {
                		type filter hook input priority filter - 1; policy accept;
                		meta mark set ip daddr . tcp dport map @tcp_map counter packets 0 bytes 0
                	}
                }
                """, director.exec("nft", "list", "ruleset"));

        replace(TABLE, -7, mark("2001:db8::100", UDP, 53, 1002));
        String rules = director.exec("nft", "list", "ruleset");
        assertTrue(rules.startsWith("table ip6 keepalived_ipvs {"), rules);
        assertTrue(rules.contains("elements = { 2001:db8::100 . 53 : 0x000003ea }"), rules);
        assertTrue(rules.contains("hook input priority filter - 7;"), rules);

        replace(TABLE, -1);
        assertEquals("", director.exec("nft", "list", "ruleset"));
    }

    @Test
    void packetsToAddressAndPortGetTheMarkAndOthersDoNot() {
        count("ip");
        replace(
                TABLE,
                -1,
                mark("192.168.1.100", TCP, 80, 1000),
                mark("192.168.1.100", TCP, 443, 1000),
                mark("192.168.1.100", UDP, 80, 1001));
        awaitMarked("ip", 1000, "tcp/192.168.1.100/80");
        awaitMarked("ip", 1000, "tcp/192.168.1.100/443");
        awaitMarked("ip", 1001, "udp/192.168.1.100/80");
        assertUnmarked("ip", "tcp/192.168.1.100/81");
        assertUnmarked("ip", "tcp/192.168.1.11/80");
        assertUnmarked("ip", "udp/192.168.1.100/443");

        replace(TABLE, -1, mark("192.168.1.100", TCP, 81, 1001));
        awaitMarked("ip", 1001, "tcp/192.168.1.100/81");
        assertUnmarked("ip", "tcp/192.168.1.100/80");

        replace(TABLE, -1);
        assertUnmarked("ip", "tcp/192.168.1.100/81");
    }

    @Test
    void packetsOfIpv6GetTheirMark() {
        count("ip6");
        replace(TABLE, -1, mark("2001:db8::100", TCP, 80, 1000), mark("2001:db8::100", UDP, 53, 1001));
        awaitMarked("ip6", 1000, "tcp/2001:db8::100/80");
        awaitMarked("ip6", 1001, "udp/2001:db8::100/53");
        assertUnmarked("ip6", "tcp/2001:db8::100/81");
        assertUnmarked("ip6", "tcp/2001:db8::11/80");
    }

    @Test
    void otherTablesAreLeftAlone() {
        director.exec("nft", "add", "table", "ip", "somebody_elses");
        replace(TABLE, -1, mark("192.168.1.100", TCP, 80, 1000));
        replace(TABLE, -1);
        assertEquals("table ip somebody_elses\n", director.exec("nft", "list", "tables"));
    }

    private void replace(String table, int priority, PacketMark... marks) {
        NetworkThread.call(director, () -> {
            new KernelMarkTables().replace(table, priority, List.of(marks));
            return true;
        });
    }

    private static PacketMark mark(String address, int protocol, int port, long mark) {
        try {
            return new PacketMark(InetAddress.getByName(address), protocol, port, mark);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /** Has a table of the test's own count what comes in with a mark, where IPVS would see it. */
    private void count(String family) {
        director.exec("nft", "add", "table", family, "seen");
        director.exec("nft", "add", "chain", family, "seen", "in", "{ type filter hook input priority 90; }");
        for (String mark : List.of("1000", "1001")) {
            director.exec("nft", "add", "rule", family, "seen", "in", "meta", "mark", mark, "counter");
        }
        for (String protocol : List.of("tcp", "udp")) {
            director.exec(("nft add rule " + family + " seen in meta mark 0 meta l4proto " + protocol + " counter")
                    .split(" "));
        }
    }

    private long seen(String family, int mark) {
        return seen(family, String.format("0x%08x", mark));
    }

    private long seen(String family, String what) {
        String rules = director.exec("nft", "list", "table", family, "seen");
        Matcher found =
                Pattern.compile("meta mark " + what + " counter packets (\\d+)").matcher(rules);
        assertTrue(found.find(), rules);
        return Long.parseLong(found.group(1));
    }

    /** A new link takes a moment to carry packets. */
    private void awaitMarked(String family, int mark, String target) {
        long before = seen(family, mark);
        Await.until("mark " + mark + " for " + target, Duration.ofSeconds(60), () -> {
            knock(target);
            return seen(family, mark) > before;
        });
    }

    private void assertUnmarked(String family, String target) {
        String others = "0x00000000 meta l4proto " + target.substring(0, 3);
        long marked = seen(family, 1000) + seen(family, 1001);
        long before = seen(family, others);
        Await.until("a packet for " + target, Duration.ofSeconds(60), () -> {
            knock(target);
            return seen(family, others) > before;
        });
        assertEquals(marked, seen(family, 1000) + seen(family, 1001), target);
    }

    /** One packet at least; nobody listens, and TCP is told so before this returns. */
    private void knock(String target) {
        client.run("timeout", "5", "bash", "-c", "echo x > /dev/" + target);
    }
}
