package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.NetlinkTap.Change.DEL_DEST;
import static org.lvsdirector.endtoend.NetlinkTap.Change.DEL_SERVICE;
import static org.lvsdirector.endtoend.NetlinkTap.Change.NEW_DEST;
import static org.lvsdirector.endtoend.NetlinkTap.Change.NEW_SERVICE;
import static org.lvsdirector.endtoend.NetlinkTap.Change.SET_DEST;
import static org.lvsdirector.endtoend.NetlinkTap.Change.SET_SERVICE;
import static org.lvsdirector.endtoend.RunningDirector.PATIENCE;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** What a reload asks of the kernel, and what clients notice of it: the plan and nothing else, and nothing. */
@Tag("lab")
class ReloadTest {
    private static final boolean FULL = Boolean.getBoolean("lvsdirector.full");
    private static final int SERVICES = FULL ? 10_000 : 1_000;
    private static final int ROUNDS = FULL ? 17 : 2;

    /** Greets each connection, and says again whatever one says, until it closes. */
    private static final String SERVER = """
            use IO::Socket::INET; use IO::Select;
            my $l = IO::Socket::INET->new(LocalPort => 80, Listen => 500, ReuseAddr => 1) or die;
            my $s = IO::Select->new($l);
            while (1) { for my $c ($s->can_read) {
                if ($c == $l) { my $n = $l->accept or next; syswrite $n, "hello\\n"; $s->add($n); next }
                my $got = sysread $c, my $said, 100;
                if ($got) { syswrite $c, $said } else { $s->remove($c); close $c }
            } }
            """;

    /**
     * Connects again and again and tells of each connection without a greeting; one of them stays, and is spoken to at the end. Few system
     * calls: in the lab they are what a connection costs.
     */
    private static final String CLIENT = """
            use Socket; $| = 1;
            my ($to, $limit) = (pack_sockaddr_in(80, inet_aton('10.7.0.100')), pack('q2', 30, 0));
            my ($end, $made) = (0, 0); $SIG{TERM} = sub { $end = 1 };
            sub greeted { my $line = '';
                socket(my $c, PF_INET, SOCK_STREAM, 0); setsockopt($c, SOL_SOCKET, $_, $limit) for SO_RCVTIMEO, SO_SNDTIMEO;
                return $c if connect($c, $to) && sysread($c, $line, 100) && $line eq "hello\\n";
                print "lost: $!\\n" unless $end; undef }
            my $first = greeted(); print "begun\\n";
            until ($end) { greeted(); $made++ }
            syswrite $first, "still there\\n"; sysread $first, my $said, 100; print "the first is $said"; print "made $made\\n";
            """;

    @RegisterExtension
    final Network network = Network.perTest();

    private final Map<NetlinkTap.Change, Integer> planned = new EnumMap<>(NetlinkTap.Change.class);

    @Test
    void oneWeightOfThousandsOfServicesIsOneMessage() {
        DirectorHost director = new DirectorHost(network.host("director"));
        director.configure(services(1));
        Running running = director.start("-C");
        Await.until("all services", PATIENCE, () -> inTable(director, "10.99.0.1:80", "10.1.0.1:80 +Masq +1"));
        NetlinkTap tap = NetlinkTap.on(director.host);
        director.configure(services(7));
        running.signal("HUP");
        Await.until("the weight", PATIENCE, () -> inTable(director, "10.99.0.1:80", "10.1.0.1:80 +Masq +7"));
        director.run("heal").orFail(); // has compared everything
        assertEquals(Map.of(SET_DEST, 1), tap.stop());
    }

    /** The service that is looked at comes last, so that the table is complete when that one is there. */
    private static String[] services(int weight) {
        String[] lines = new String[SERVICES];
        for (int i = 0; i < SERVICES; i++) {
            int number = SERVICES - 1 - i;
            lines[i] =
                    "virtual_server 10.99.%d.%d 80 {\nlb_algo rr\nlb_kind NAT\nprotocol TCP\nreal_server 10.1.0.1 80 {\nweight %d\n}\n}"
                            .formatted(number / 250, number % 250 + 1, number == 0 ? weight : 1);
        }
        return lines;
    }

    @Test
    void noConnectionIsLostWhileTheFileChanges(TestReporter reporter) {
        Lan outside = network.lan("outside");
        Lan inside = network.lan("inside");
        DirectorHost director = new DirectorHost(network.host("director")
                .plug(outside, "eth0", "10.7.0.1/24", "10.7.0.100/24")
                .plug(inside, "eth1", "192.168.7.1/24")
                .sysctl("net.ipv4.ip_forward", "1"));
        for (int server = 1; server <= 3; server++) {
            network.host("server" + server)
                    .plug(inside, "eth0", "192.168.7.1" + server + "/24")
                    .defaultRoute("192.168.7.1")
                    .start("perl", "-e", SERVER);
        }
        Host client = network.host("client")
                .plug(outside, "eth0", "10.7.0.2/24")
                .sysctl("net.ipv4.ip_local_port_range", "1024 65535");
        configure(director, "rr", 1, "", "");
        Running running = director.start("-C");
        Await.until("both servers", PATIENCE, () -> inTable(director, "10.7.0.100:80", "192.168.7.12:80"));

        NetlinkTap tap = NetlinkTap.on(director.host);
        Running traffic = client.start("perl", "-e", CLIENT);
        traffic.awaitLine("begun", PATIENCE);
        long started = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            change(director, running, round);
        }
        director.run("heal").orFail();
        double seconds = (System.nanoTime() - started) / 1e9;
        traffic.signal("TERM");
        assertEquals(0, traffic.awaitExit(PATIENCE), traffic.output());

        assertFalse(traffic.output().contains("lost"), traffic.output());
        assertTrue(traffic.output().contains("the first is still there"), traffic.output());
        int made = Integer.parseInt(traffic.output().strip().replaceFirst("(?s).*made ", ""));
        reporter.publishEntry("connections a second", Long.toString(Math.round(made / seconds)));
        assertTrue(made > ROUNDS * 100, made + " connections are no traffic");
        assertEquals(planned, tap.stop());
    }

    /** Six reloads: a weight, a server that comes, is drained and goes, and a service that comes and goes with another scheduler. */
    private void change(DirectorHost director, Running running, int round) {
        int weight = 2 - round % 2;
        String before = round % 2 == 0 ? "rr" : "wrr";
        String after = round % 2 == 0 ? "wrr" : "rr";
        reload(director, running, before, weight, "", "", SET_DEST);
        reload(director, running, before, weight, real(13, 1), "", NEW_DEST);
        reload(director, running, before, weight, real(13, 0), "", SET_DEST);
        Await.until("nobody at the third", PATIENCE, () -> inTable(director, "10.7.0.100:80", "7.13:80 +Masq +0 +0 "));
        reload(director, running, before, weight, "", "", DEL_DEST);
        String other = "virtual_server 10.7.0.100 81 {\nlb_algo rr\nlb_kind NAT\nprotocol TCP\n" + real(11, 1) + "}";
        reload(director, running, before, weight, "", other, NEW_SERVICE, NEW_DEST);
        reload(director, running, after, weight, "", "", SET_SERVICE, DEL_SERVICE);
    }

    private void reload(
            DirectorHost director,
            Running running,
            String scheduler,
            int weight,
            String third,
            String other,
            NetlinkTap.Change... changes) {
        for (NetlinkTap.Change change : changes) {
            planned.merge(change, 1, Integer::sum);
        }
        configure(director, scheduler, weight, third, other);
        int before = running.lines().size();
        running.signal("HUP");
        running.awaitLineAfter(before, "Reload finished", PATIENCE);
    }

    private static void configure(DirectorHost director, String scheduler, int weight, String third, String other) {
        director.configure(
                "virtual_server 10.7.0.100 80 {",
                "lb_algo " + scheduler,
                "lb_kind NAT",
                "protocol TCP",
                real(11, weight) + real(12, 1) + third,
                "}",
                other);
    }

    private static String real(int last, int weight) {
        return "real_server 192.168.7.%d 80 {\nweight %d\n}\n".formatted(last, weight);
    }

    /** @param line pattern of one of a service's real servers in ipvsadm's listing */
    private static boolean inTable(DirectorHost director, String service, String line) {
        String listed = director.host.run("ipvsadm", "-Ln", "-t", service).output();
        return listed.matches("(?s).*" + line.replace(".", "\\.") + ".*");
    }
}
