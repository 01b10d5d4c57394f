package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Capture;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** A whole director and a keepalived share one address: each takes over from the other, and from none while it is there. */
@Tag("netns")
class KeepalivedPeerTest {
    private static final String VIP = "192.168.1.100";
    /** RFC 3768, 6.1: three advertisement intervals of 1 s, and the skew of priority 100. */
    private static final Duration MASTER_DOWN = Duration.ofMillis(3609);

    @RegisterExtension
    final Network network = Network.perTest();

    private Lan lan;
    private Host ours;
    private Host theirs;

    @BeforeEach
    void machines() {
        lan = network.lan("lan");
        ours = network.host("ours").plug(lan, "eth0", "192.168.1.11/24");
        theirs = network.host("theirs").plug(lan, "eth0", "192.168.1.12/24");
    }

    @Test
    void keepalivedTakesOverFromADirectorThatIsGone() {
        weAreBetter();
        RunningDirector director = startDirector();
        director.awaitState("VI_1", "MASTER");
        Running keepalived = startKeepalived();
        keepalived.awaitLine("Entering BACKUP STATE", RunningDirector.PATIENCE);

        director.process().killTree();
        keepalived.awaitLine("Entering MASTER STATE", RunningDirector.PATIENCE);
        Await.until(VIP + " there", RunningDirector.PATIENCE, () -> theirs.hasAddress(VIP));
        assertTrue(ours.hasAddress(VIP), "nobody was left to take it away");

        int before = keepalived.lines().size();
        RunningDirector again = startDirector();
        again.awaitState("VI_1", "MASTER");
        keepalived.awaitLineAfter(before, "Entering BACKUP STATE", RunningDirector.PATIENCE);
        awaitHolder(ours, theirs);
        again.stop();
        awaitHolder(theirs, ours);
    }

    @Test
    void theDirectorTakesOverFromAKeepalivedThatIsGone() {
        theyAreBetter();
        Running keepalived = startKeepalived();
        keepalived.awaitLine("Entering MASTER STATE", RunningDirector.PATIENCE);
        RunningDirector director = startDirector();
        awaitAdverts(director, 2);

        keepalived.killTree();
        director.awaitState("VI_1", "MASTER");
        Await.until(VIP + " here", RunningDirector.PATIENCE, () -> ours.hasAddress(VIP));

        startKeepalived().awaitLine("Entering MASTER STATE", RunningDirector.PATIENCE);
        director.awaitState("VI_1", "BACKUP");
        awaitHolder(theirs, ours);
    }

    @Test
    void eachLeavesToTheOtherAtOnceWhenItIsStopped() {
        weAreBetter();
        try (Capture wire = lan.capture("ip proto 112")) {
            RunningDirector director = startDirector();
            director.awaitState("VI_1", "MASTER");
            Running keepalived = startKeepalived();
            keepalived.awaitLine("Entering BACKUP STATE", RunningDirector.PATIENCE);
            awaitAdvertsOnWire(wire, "192.168.1.11");
            assertTakenAtOnce(wire, "192.168.1.12", director::stop);
            awaitHolder(theirs, ours);

            RunningDirector again = startDirector();
            again.awaitState("VI_1", "MASTER");
            awaitHolder(ours, theirs);
        }
    }

    @Test
    void theDirectorTakesOverAtOnceFromAKeepalivedThatIsStopped() {
        theyAreBetter();
        try (Capture wire = lan.capture("ip proto 112")) {
            Running keepalived = startKeepalived();
            keepalived.awaitLine("Entering MASTER STATE", RunningDirector.PATIENCE);
            RunningDirector director = startDirector();
            awaitAdverts(director, 2);
            assertTakenAtOnce(wire, "192.168.1.11", keepalived::close);
            awaitHolder(ours, theirs);
        }
    }

    @Test
    void aDirectorThatShallNotPreemptDoesNot() {
        configure(ours, "priority 150\n    nopreempt");
        configure(theirs, "priority 100");
        Running keepalived = startKeepalived();
        keepalived.awaitLine("Entering MASTER STATE", RunningDirector.PATIENCE);
        RunningDirector director = startDirector();
        awaitAdverts(director, 6);
        assertEquals("BACKUP", director.instance("VI_1").path("state").asText());
        assertFalse(ours.hasAddress(VIP));

        keepalived.killTree();
        director.awaitState("VI_1", "MASTER");
    }

    private void weAreBetter() {
        configure(ours, "priority 150");
        configure(theirs, "priority 100");
    }

    private void theyAreBetter() {
        configure(ours, "priority 100");
        configure(theirs, "priority 150");
    }

    private static void assertTakenAtOnce(Capture wire, String successor, Runnable stop) {
        int before = wire.lines().size();
        stop.run();
        long farewell =
                wire.awaitLineAfter(before, "prio 0", RunningDirector.PATIENCE).nanos();
        long taken = wire.awaitLineAfter(before, successor + " > ", RunningDirector.PATIENCE)
                .nanos();
        assertTrue(taken - farewell < MASTER_DOWN.toNanos(), "the skew alone, not the master-down interval");
    }

    private static void configure(Host host, String instanceLines) {
        host.write(Keepalived.CONFIGURATION, """
                vrrp_instance VI_1 {
                    interface eth0
                    virtual_router_id 51
                    advert_int 1
                    %s
                    authentication {
                        auth_type PASS
                        auth_pass shared
                    }
                    virtual_ipaddress {
                        192.168.1.100
                    }
                }
                """.formatted(instanceLines));
    }

    private RunningDirector startDirector() {
        return RunningDirector.start(ours, Keepalived.CONFIGURATION, "-P");
    }

    private Running startKeepalived() {
        return Keepalived.start(theirs);
    }

    private static void awaitAdverts(RunningDirector director, int count) {
        Await.value(
                count + " adverts heard",
                RunningDirector.PATIENCE,
                () -> director.instance("VI_1"),
                seen -> seen.path("advertsReceived").asInt() >= count);
    }

    private static void awaitAdvertsOnWire(Capture wire, String sender) {
        int now = wire.lines().size();
        wire.awaitLineAfter(now, sender + " > ", RunningDirector.PATIENCE);
    }

    private static void awaitHolder(Host holder, Host other) {
        Await.until(
                VIP + " on " + holder + " alone",
                RunningDirector.PATIENCE,
                () -> holder.hasAddress(VIP) && !other.hasAddress(VIP));
    }
}
