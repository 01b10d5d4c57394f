package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;

/** RFC 3768 and RFC 9568, section 6.4.3: Master. */
class MasterTest {
    private static final List<String> LEAVES =
            List.of("VI_1 hush", "VI_1 remove 10.0.0.100", "notify INSTANCE VI_1 BACKUP 100");

    private final Bench bench = Bench.started(Given.priority(100).settings());

    @BeforeEach
    void becomeMaster() {
        bench.until(4);
        bench.logged();
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
    }

    /** 6.4.3: "If the Adver_Timer fires: Send an ADVERTISEMENT, Reset the Adver_Timer to Advertisement_Interval." */
    @Test
    void advertisesEachInterval() {
        assertEquals(
                List.of("4.609 VI_1 advert 100", "5.609 VI_1 advert 100", "6.609 VI_1 advert 100"), bench.until(7));
    }

    @Test
    void anIntervalThatTheMachineCannotHoldIsReportedButNotEachTime() {
        for (int late = 1; late <= 5; late++) {
            bench.freeze(1.6);
            bench.feed(RouterEvent.DeadlineReached.INSTANCE);
        }
        assertEquals(5, bench.status("VI_1").counters().lateAdverts());
        List<String> said = bench.logged();
        assertEquals(3, said.size(), "at the first, second and fourth: " + said);
        assertTrue(said.get(2).contains("; 4 were late by more than half of it"), said.get(2));
    }

    /** 6.4.3: "If the Priority ... is Zero: Send an ADVERTISEMENT, Reset the Adver_Timer." */
    @Test
    void answersAResigningRouterAtOnce() {
        assertEquals(List.of("VI_1 advert 100"), bench.hear("VI_1", 0, Bench.HIGHER));
        assertEquals(1.0, bench.remaining(), 1e-6);
        assertEquals(List.of("(VI_1) Master received priority 0 message"), bench.logged());
    }

    /** 6.4.3: "If the Priority ... is greater than the local Priority: Cancel Adver_Timer, set Master_Down_Timer, become Backup." */
    @Test
    void givesWayToAHigherPriorityWithoutResigning() {
        assertEquals(LEAVES, bench.hear("VI_1", 101, Bench.LOWER));
        assertEquals(3.609375, bench.remaining(), 1e-6);
        assertEquals(
                List.of(
                        "(VI_1) Master received advert from 10.0.0.4 with higher priority 101, ours 100",
                        "(VI_1) Entering BACKUP STATE",
                        "(VI_1) removing VIPs."),
                bench.logged());
        assertEquals(0, bench.status("VI_1").counters().priorityZeroSent());
        assertEquals(1, bench.status("VI_1").counters().releasedMaster());
    }

    /** 6.4.3: "... or if the Priority is equal and the primary IP Address of the sender is greater ...". */
    @Test
    void atEqualPriorityTheHigherAddressWins() {
        assertEquals(LEAVES, bench.hear("VI_1", 100, Bench.HIGHER));
        assertEquals(
                "(VI_1) Master received advert from 10.0.0.6 with same priority 100 but higher IP address than ours",
                bench.logged().get(0));
    }

    /** Addresses are unsigned: 200.0.0.1 is above 10.0.0.5. */
    @Test
    void addressesCompareUnsigned() {
        assertEquals(LEAVES, bench.hear("VI_1", 100, "200.0.0.1"));
    }

    /** 6.4.3: "Else: Discard ADVERTISEMENT"; as keepalived we advertise at once, so that the other yields sooner. */
    @Test
    void answersALowerPriorityAtOnce() {
        List<String> answer = List.of("VI_1 advert 100", "notify INSTANCE VI_1 MASTER_RX_LOWER_PRI 100");
        assertEquals(answer, bench.hear("VI_1", 99, Bench.HIGHER));
        assertEquals(answer, bench.hear("VI_1", 100, Bench.LOWER));
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
        assertEquals(
                "(VI_1) Received advert from 10.0.0.6 with lower priority 99, ours 100, forcing new election",
                bench.logged().get(0));
    }

    @Test
    void ourOwnAddressElsewhereIsWorthAWarningOnly() {
        assertEquals(List.of(), bench.hear("VI_1", 100, Bench.OWN));
        assertEquals(
                List.of("(VI_1) WARNING - equal priority advert received from remote host with our IP address."),
                bench.logged());
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
    }

    @Test
    void lowerPriorityNoAdvertKeepsStill() {
        Bench strict = master(new ElectionSettings(InitialState.BACKUP, 100, true, 0, 3, true, false));

        assertEquals(List.of("notify INSTANCE VI_1 MASTER_RX_LOWER_PRI 100"), strict.hear("VI_1", 99, Bench.LOWER));
        assertEquals(List.of("(VI_1) Received advert from 10.0.0.4 with lower priority 99, ours 100"), strict.logged());
    }

    @Test
    void higherPrioritySendAdvertSpeaksOnceMoreBeforeItYields() {
        Bench eager = master(new ElectionSettings(InitialState.BACKUP, 100, true, 0, 3, false, true));

        assertEquals("VI_1 advert 100", eager.hear("VI_1", 200, Bench.LOWER).get(0));
        assertEquals(VrrpState.BACKUP, eager.state("VI_1"));
    }

    @Test
    void keepsTheBeatWhenWokenLate() {
        bench.until(4.609);
        bench.freezeUntil(4.9);
        bench.feed(RouterEvent.DeadlineReached.INSTANCE);

        assertEquals(List.of("5.609 VI_1 advert 100"), bench.until(6));
    }

    @Test
    void sendsOneAdvertisementAfterALongSleep() {
        bench.freezeUntil(60);

        assertEquals(List.of("60.000 VI_1 advert 100", "61.000 VI_1 advert 100"), bench.until(61));
    }

    /** Two owners are a mistake of the operator; the tie-break keeps them from both being MASTER. */
    @Test
    void anotherOwnerIsComplainedAboutOnceAndTheTieBreakDecides() {
        Bench owner = Bench.started(Given.priority(255).settings());
        owner.logged();
        owner.hear("VI_1", 255, Bench.LOWER);
        owner.hear("VI_1", 255, Bench.LOWER);

        assertEquals(
                1,
                owner.logged().stream()
                        .filter(line -> line.contains("CONFIGURATION ERROR"))
                        .count());
        owner.hear("VI_1", 255, Bench.HIGHER);
        assertEquals(VrrpState.BACKUP, owner.state("VI_1"));
    }

    /** RFC 9568, 6.4.3: on yielding, version 3 takes over the new master's interval. */
    @Test
    void version3LearnsTheIntervalOfWhomItYieldsTo() {
        Bench v3 = Bench.started(Given.priority(100).version3().settings());
        v3.until(4);
        v3.hear("VI_1", Given.priority(100).version3().settings().toAdvertisement(), 200, 500, Bench.LOWER, true);

        assertEquals(15 + 5 * 156 / 256.0, v3.remaining(), 1e-6);
    }

    private static Bench master(ElectionSettings election) {
        Bench bench = Bench.started(Given.priority(100).electing(election).settings());
        bench.until(4);
        bench.logged();
        return bench;
    }
}
