package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;

/** RFC 3768 and RFC 9568, section 6.4.2: Backup. */
class BackupTest {
    private final Bench bench = Bench.started(Given.priority(100).settings());

    /** 6.4.2: "If the Priority in the ADVERTISEMENT is Zero, then: Set the Master_Down_Timer to Skew_Time." */
    @Test
    void aResigningMasterIsFollowedAfterTheSkewTime() {
        bench.until(1);
        assertEquals(List.of(), bench.hear("VI_1", 0, Bench.HIGHER));

        assertEquals(0.609375, bench.remaining(), 1e-6); // 156/256 s
        assertEquals("1.609 VI_1 advert 100", bench.until(1.61).get(0));
        assertTrue(bench.logged().contains("(VI_1) Backup received priority 0 advertisement"));
        assertEquals(1, bench.status("VI_1").counters().priorityZeroReceived());
    }

    /** 6.4.2: "If Preempt_Mode is False, or if the Priority ... is greater than or equal to the local Priority: reset the timer." */
    @Test
    void higherAndEqualPrioritiesResetTheTimer() {
        for (int priority : new int[] {101, 255, 100}) {
            bench.pass(2);
            bench.hear("VI_1", priority, Bench.LOWER);
            assertEquals(3.609375, bench.remaining(), 1e-6);
        }
        assertEquals(Bench.address(Bench.LOWER), bench.status("VI_1").master());
    }

    /** 6.4.2: "Else: Discard the ADVERTISEMENT." So a router of higher priority takes over after the interval it began with. */
    @Test
    void lowerPrioritiesAreDiscardedAndThenPreempted() {
        bench.logged();
        bench.until(1);
        bench.hear("VI_1", 99, Bench.HIGHER);
        bench.until(2);
        bench.hear("VI_1", 1, Bench.HIGHER);

        assertEquals("3.609 VI_1 advert 100", bench.until(3.61).get(0));
        assertEquals(
                "(VI_1) received lower priority (99) advert from 10.0.0.6 - discarding",
                bench.logged().get(0));
    }

    /** 6.4.2, Preempt_Mode False. */
    @Test
    void withoutPreemptionAnyMasterIsAccepted() {
        ElectionSettings patient = ElectionSettings.of(InitialState.BACKUP, 100).withoutPreemption();
        Bench nopreempt = Bench.started(Given.priority(100).electing(patient).settings());
        for (int second = 1; second < 20; second++) {
            assertEquals(List.of(), nopreempt.until(second));
            assertEquals(List.of(), nopreempt.hear("VI_1", 1, Bench.LOWER));
        }
        assertEquals("22.609 VI_1 advert 100", nopreempt.until(23).get(0));
    }

    /** RFC 9568, 6.4.2: version 3 takes over the master's interval and reckons skew and down time with it. */
    @Test
    void version3LearnsTheMastersInterval() {
        Bench v3 = Bench.started(Given.priority(100).version3().settings());
        v3.logged();
        InstanceSettings three = Given.priority(100).version3().settings();
        v3.hear("VI_1", three.toAdvertisement(), 200, 200, Bench.HIGHER, true);
        assertEquals(6 + 2 * 156 / 256.0, v3.remaining(), 1e-6);
        assertEquals(List.of("(VI_1) advertisement interval updated from 1000ms to 2000ms by master"), v3.logged());
    }

    /** 6.4.2: a BACKUP "MUST NOT send ARP"; nor does it advertise. */
    @Test
    void aBackupThatHearsItsMasterDoesNothing() {
        for (int second = 1; second <= 60; second++) {
            assertEquals(List.of(), bench.until(second));
            assertEquals(List.of(), bench.hear("VI_1", 150, Bench.HIGHER));
        }
        assertEquals(60, bench.status("VI_1").counters().advertsReceived());
        assertEquals(0, bench.status("VI_1").counters().advertsSent());
    }

    /** The driver's contract: packets that came while it slept are heard before the deadline is acted on. */
    @Test
    void aFrozenDriverThatFindsTheMasterAliveDoesNotTakeOver() {
        bench.freezeUntil(30);
        bench.hear("VI_1", 150, Bench.HIGHER);

        assertEquals(List.of(), bench.feed(RouterEvent.DeadlineReached.INSTANCE));
        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
    }

    @Test
    void aFrozenDriverThatHeardNothingTakesOver() {
        bench.freezeUntil(30);

        assertEquals("30.000 VI_1 advert 100", bench.until(30).get(0));
    }

    /** 2.1: more missed advertisements than three, if so configured. */
    @Test
    void theNumberOfMissedAdvertisementsCanBeChosen() {
        ElectionSettings five = new ElectionSettings(InitialState.BACKUP, 100, true, 0, 5, false, false);

        assertEquals(
                5.609375,
                Bench.started(Given.priority(100).electing(five).settings()).remaining(),
                1e-6);
    }
}
