package org.lvsdirector.vrrp.interop;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.vrrp.interop.Rig.SOON;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Capture;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Line;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/**
 * How long a dead master is missed, on the wire: a keepalived that is master of two virtual routers is killed, our driver is the backup of
 * one and another keepalived that of the other.
 */
@Tag("netns")
class TakeoverTimeTest {
    private static final int ROUNDS = Boolean.getBoolean("lvsdirector.full") ? 9 : 3;
    private static final int PRIORITY = 100;
    private static final double FLOOR_SECONDS = 3 + (256 - PRIORITY) / 256.0;
    private static final double ALLOWED_SECONDS = 0.005;
    private static final Pattern PACKET = Pattern.compile("^(\\d+\\.\\d+) ");
    private static final Pattern ADVERT = Pattern.compile("([0-9.]+) > 224.0.0.18: .*vrid (\\d+),");

    private static final String THEIR_MASTER = """
            vrrp_instance VI_1 {
                interface eth0
                virtual_router_id 51
                priority 200
                virtual_ipaddress {
                    192.168.1.100
                }
            }
            """ + theirs(200);

    @RegisterExtension
    final Network network = Network.perTest();

    private Lan lan;
    private Host master;
    private Host ours;
    private Host theirs;

    @BeforeEach
    void makeMachines() {
        lan = network.lan("vl-lan");
        master = network.host("vl-master").plug(lan, "eth0", "192.168.1.10/24");
        ours = network.host("vl-ours").plug(lan, "eth0", "192.168.1.11/24");
        theirs = network.host("vl-theirs").plug(lan, "eth0", "192.168.1.12/24");
    }

    @Test
    void ourTakeoverIsAsQuickAsKeepaliveds() {
        List<Double> ourTimes = new ArrayList<>();
        List<Double> theirTimes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            measure(ourTimes, theirTimes);
        }
        double ourBest = Collections.min(ourTimes); // the rest is what else this machine had to do
        double theirBest = Collections.min(theirTimes);
        String result = "seconds beyond the floor: ours " + ourTimes + ", keepalived's " + theirTimes;
        System.out.println(result);
        assertTrue(ourBest >= 0, result);
        assertTrue(ourBest - theirBest < ALLOWED_SECONDS, result);
    }

    private void measure(List<Double> ourTimes, List<Double> theirTimes) {
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(PRIORITY));
                Running backup = Keepalived.start(theirs, theirs(PRIORITY));
                Capture wire = lan.capture("ip proto 112")) {
            Running victim = Keepalived.start(master, THEIR_MASTER);
            Await.until(
                    "both masterships of the victim",
                    SOON,
                    () -> adverts(wire, "192.168.1.10", 51).size() >= 3
                            && adverts(wire, "192.168.1.10", 52).size() >= 3);
            victim.killTree();
            int already = adverts(wire, "192.168.1.11", 51).size();
            int theirAlready = adverts(wire, "192.168.1.12", 52).size();
            Await.until(
                    "both takeovers",
                    SOON,
                    () -> adverts(wire, "192.168.1.11", 51).size() > already
                            && adverts(wire, "192.168.1.12", 52).size() > theirAlready);
            ourTimes.add(adverts(wire, "192.168.1.11", 51).get(already)
                    - last(adverts(wire, "192.168.1.10", 51))
                    - FLOOR_SECONDS);
            theirTimes.add(adverts(wire, "192.168.1.12", 52).get(theirAlready)
                    - last(adverts(wire, "192.168.1.10", 52))
                    - FLOOR_SECONDS);
            // Advertisements leave first, and log lines in their own time.
            Await.until("our log", SOON, () -> driver.log().contains("(VI_1) Entering MASTER STATE"));
            backup.awaitLine("(VI_2) Entering MASTER STATE", SOON);
        }
        master.exec("ip", "address", "flush", "to", "192.168.1.100/31");
    }

    /** Times of the advertisements of one router and virtual router, by the kernel's clock, in seconds. */
    private static List<Double> adverts(Capture wire, String source, int vrid) {
        List<Double> times = new ArrayList<>();
        double time = 0;
        for (Line line : wire.lines()) {
            Matcher packet = PACKET.matcher(line.text());
            if (packet.find()) {
                time = Double.parseDouble(packet.group(1));
            }
            Matcher advert = ADVERT.matcher(line.text());
            if (advert.find() && advert.group(1).equals(source) && Integer.parseInt(advert.group(2)) == vrid) {
                times.add(time);
            }
        }
        return times;
    }

    private static double last(List<Double> times) {
        return times.get(times.size() - 1);
    }

    private static String theirs(int priority) {
        return """
            vrrp_instance VI_2 {
                interface eth0
                virtual_router_id 52
                priority %d
                virtual_ipaddress {
                    192.168.1.101
                }
            }
            """.formatted(priority);
    }
}
