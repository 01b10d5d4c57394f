package org.lvsdirector.control.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The supervisor on virtual time. */
class SupervisorTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Set<ChildRole> BOTH = EnumSet.allOf(ChildRole.class);

    private long now = 77 * SECOND;
    private Supervisor supervisor = new Supervisor(SupervisorSettings.standard(true), now);
    private final List<Deed> deeds = new ArrayList<>();

    @Test
    void checkersStartsFirstAndVrrpWithTheFirstTable() {
        did(supervisor.want(BOTH, now), new Deed.Spawn(ChildRole.CHECKERS));
        run(3);
        did(supervisor.ready(ChildRole.CHECKERS, now), new Deed.Spawn(ChildRole.VRRP));
        did(supervisor.ready(ChildRole.VRRP, now), new Deed.Up());
    }

    @Test
    void vrrpStartsAfterTenSecondsWithoutATableAndSaysSo() {
        supervisor.want(BOTH, now);
        run(9);
        assertEquals(List.of(), deeds);
        run(1);
        assertTrue(deeds.get(0) instanceof Deed.Warn, deeds.toString());
        assertEquals(new Deed.Spawn(ChildRole.VRRP), deeds.get(1));
    }

    @Test
    void stoppingWithARestingVrrpSweepsItsAddressesBeforeCheckersStops() {
        supervisor.want(BOTH, now);
        supervisor.ready(ChildRole.CHECKERS, now);
        supervisor.ready(ChildRole.VRRP, now);
        supervisor.exited(ChildRole.VRRP, "died of signal 9", 0, now);
        did(supervisor.stop(0, now), new Deed.Sweep(ChildRole.VRRP), new Deed.Stop(ChildRole.CHECKERS));
    }

    @Test
    void aChildMayTakeAsLongToStopAsTheOperatorSays() {
        running(ChildRole.VRRP);
        supervisor.patience(9 * SECOND);
        supervisor.stop(0, now);
        run(8);
        assertEquals(List.of(), deeds);
        run(1);
        assertEquals(List.of(new Deed.Kill(ChildRole.VRRP, "did not stop in 9 s")), deeds);
    }

    @Test
    void nothingIsStartedOnceTheStopHasBegun() {
        running(ChildRole.VRRP);
        supervisor.stop(0, now);
        did(supervisor.want(BOTH, now));
    }

    @Test
    void aChildWithoutWorkIsNotStarted() {
        did(supervisor.want(EnumSet.of(ChildRole.VRRP), now), new Deed.Spawn(ChildRole.VRRP));
        did(supervisor.ready(ChildRole.VRRP, now), new Deed.Up());
        assertEquals("not needed", supervisor.phase(ChildRole.CHECKERS));
    }

    @Test
    void withoutAnyWorkItIsUpAtOnce() {
        did(supervisor.want(Set.of(), now), new Deed.Up());
    }

    @Test
    void fourteenMissingBeatsAreForgivenAndFifteenAreNot() {
        running(ChildRole.VRRP);
        run(15);
        assertEquals(List.of(), deeds);
        run(1);
        assertEquals(List.of(new Deed.Kill(ChildRole.VRRP, "missed 15 beats")), deeds);
        run(5);
        assertEquals(1, deeds.size(), "killed once, not again while its end is awaited");
    }

    @Test
    void beatsKeepAChildAlive() {
        running(ChildRole.VRRP);
        for (int i = 0; i < 100; i++) {
            run(1);
            supervisor.beat(ChildRole.VRRP, now);
        }
        assertEquals(List.of(), deeds);
    }

    @Test
    void aStoppedTreeKillsNoChild() {
        running(ChildRole.VRRP);
        run(1);
        supervisor.beat(ChildRole.VRRP, now);
        now += 30 * SECOND; // SIGSTOP of all, SIGCONT of all
        deeds.addAll(supervisor.tick(now));
        assertTrue(deeds.stream().noneMatch(Deed.Kill.class::isInstance), deeds.toString());
        run(14);
        assertTrue(deeds.stream().noneMatch(Deed.Kill.class::isInstance), deeds.toString());
        run(3);
        assertTrue(deeds.stream().anyMatch(Deed.Kill.class::isInstance), "the count goes on afterwards");
    }

    @Test
    void aParentThatSlippedRepeatedlyStillKillsAStuckChildOnceItIsOnTime() {
        running(ChildRole.VRRP);
        now += 3 * SECOND;
        deeds.addAll(supervisor.tick(now));
        run(17);
        assertTrue(deeds.stream().anyMatch(Deed.Kill.class::isInstance), deeds.toString());
    }

    @Test
    void aChildThatIsNotReadyInSixtySecondsIsKilled() {
        supervisor.want(EnumSet.of(ChildRole.VRRP), now);
        run(59);
        assertEquals(List.of(), deeds);
        run(1);
        assertEquals(List.of(new Deed.Kill(ChildRole.VRRP, "was not ready after 60 s")), deeds);
    }

    @Test
    void theRestartDelayGrowsAndIsBounded() {
        running(ChildRole.VRRP);
        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            deeds.clear();
            long died = now;
            supervisor.exited(ChildRole.VRRP, "died of signal 9", 0, now);
            while (deeds.isEmpty()) {
                now = supervisor.nextWake();
                deeds.addAll(supervisor.tick(now));
            }
            assertEquals(List.of(new Deed.Spawn(ChildRole.VRRP)), deeds);
            delays.add((now - died) / 1_000_000);
            supervisor.ready(ChildRole.VRRP, now);
        }
        assertEquals(List.of(250L, 500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L), delays);
        assertEquals(10, supervisor.restarts(ChildRole.VRRP));
    }

    @Test
    void aChildThatRanSteadilyComesBackWithTheFirstDelay() {
        running(ChildRole.VRRP);
        supervisor.exited(ChildRole.VRRP, "died of signal 9", 0, now);
        run(1);
        supervisor.ready(ChildRole.VRRP, now);
        for (int i = 0; i < 61; i++) {
            run(1);
            supervisor.beat(ChildRole.VRRP, now);
        }
        supervisor.exited(ChildRole.VRRP, "died of signal 9", 0, now);
        assertEquals(now + SECOND / 4, supervisor.nextWake());
    }

    @Test
    void atStopVrrpGoesFirstAndCheckersWhenTheAddressesAreGone() {
        bothRunning();
        did(supervisor.stop(0, now), new Deed.Stop(ChildRole.VRRP));
        did(
                supervisor.exited(ChildRole.VRRP, "exited with status 0", 0, now),
                new Deed.Sweep(ChildRole.VRRP),
                new Deed.Stop(ChildRole.CHECKERS));
        did(
                supervisor.exited(ChildRole.CHECKERS, "exited with status 0", 0, now),
                new Deed.Sweep(ChildRole.CHECKERS),
                new Deed.Leave(0));
    }

    @Test
    void aVrrpThatDoesNotStopIsKilledAfterFiveSecondsAndCheckersFollows() {
        bothRunning();
        supervisor.stop(0, now);
        run(4);
        assertEquals(List.of(), deeds);
        run(1);
        assertEquals(List.of(new Deed.Kill(ChildRole.VRRP, "did not stop in 5 s")), deeds);
        did(
                supervisor.exited(ChildRole.VRRP, "died of signal 9", 0, now),
                new Deed.Sweep(ChildRole.VRRP),
                new Deed.Stop(ChildRole.CHECKERS));
    }

    @Test
    void aSecondStopChangesNothing() {
        bothRunning();
        supervisor.stop(0, now);
        did(supervisor.stop(1, now));
        supervisor.exited(ChildRole.VRRP, "exited with status 0", 0, now);
        did(
                supervisor.exited(ChildRole.CHECKERS, "exited with status 0", 0, now),
                new Deed.Sweep(ChildRole.CHECKERS),
                new Deed.Leave(0));
    }

    @Test
    void whatCannotRunHereStopsTheDirectorWithItsCode() {
        supervisor.want(BOTH, now);
        List<Deed> end = supervisor.exited(ChildRole.CHECKERS, "exited with status 1", 3, now);
        assertEquals(new Deed.Leave(3), end.get(end.size() - 1));
        assertFalse(end.contains(new Deed.Spawn(ChildRole.VRRP)));
    }

    @Test
    void withoutRespawnADeadChildStopsTheDirector() {
        supervisor = new Supervisor(SupervisorSettings.standard(false), now);
        bothRunning();
        List<Deed> end = supervisor.exited(ChildRole.CHECKERS, "died of signal 9", 0, now);
        assertEquals(new Deed.Stop(ChildRole.VRRP), end.get(end.size() - 1));
        did(
                supervisor.exited(ChildRole.VRRP, "exited with status 0", 0, now),
                new Deed.Sweep(ChildRole.VRRP),
                new Deed.Sweep(ChildRole.CHECKERS),
                new Deed.Leave(1));
    }

    @Test
    void aReloadStopsAChildThatHasNoMoreWorkAndStartsItAgainWhenItHas() {
        bothRunning();
        did(supervisor.want(EnumSet.of(ChildRole.CHECKERS), now), new Deed.Stop(ChildRole.VRRP));
        did(supervisor.exited(ChildRole.VRRP, "exited with status 0", 0, now), new Deed.Sweep(ChildRole.VRRP));
        run(5);
        assertEquals(List.of(), deeds);
        supervisor.beat(ChildRole.CHECKERS, now);
        did(supervisor.want(BOTH, now), new Deed.Spawn(ChildRole.VRRP));
    }

    @Test
    void aChildThatIsWantedAgainWhileItStopsComesBackAtOnce() {
        bothRunning();
        supervisor.want(EnumSet.of(ChildRole.CHECKERS), now);
        did(supervisor.want(BOTH, now));
        did(supervisor.exited(ChildRole.VRRP, "exited with status 0", 0, now), new Deed.Spawn(ChildRole.VRRP));
    }

    @Test
    void aReloadThatEndsTheWorkOfARestingChildHasItsRemainsSweptAway() {
        bothRunning();
        supervisor.exited(ChildRole.VRRP, "died of signal 9", 0, now);
        did(supervisor.want(EnumSet.of(ChildRole.CHECKERS), now), new Deed.Sweep(ChildRole.VRRP));
        run(5);
        assertEquals(List.of(), deeds);
    }

    @Test
    void aChildThatIsReplacedHasItsSuccessorAtOnce() {
        bothRunning();
        did(supervisor.replace(ChildRole.CHECKERS, now), new Deed.Replace(ChildRole.CHECKERS));
        did(supervisor.replace(ChildRole.CHECKERS, now));
        did(supervisor.exited(ChildRole.CHECKERS, "exited with status 0", 0, now), new Deed.Spawn(ChildRole.CHECKERS));
        did(supervisor.replace(ChildRole.CHECKERS, now));
        assertEquals(0, supervisor.restarts(ChildRole.CHECKERS));
    }

    @Test
    void aChildThatWillNotMakeRoomIsKilledAndReplacedAllTheSame() {
        bothRunning();
        supervisor.replace(ChildRole.CHECKERS, now);
        run(5);
        assertEquals(List.of(new Deed.Kill(ChildRole.CHECKERS, "did not stop in 5 s")), deeds);
        did(supervisor.exited(ChildRole.CHECKERS, "died of signal 9", 0, now), new Deed.Spawn(ChildRole.CHECKERS));
    }

    @Test
    void aNewConfigurationCanBePutToTheVoteWhenNoChildIsInTheMidstOfItsStartOrStop() {
        assertTrue(supervisor.isSettled());
        supervisor.want(BOTH, now);
        assertFalse(supervisor.isSettled());
        supervisor.ready(ChildRole.CHECKERS, now);
        assertFalse(supervisor.isSettled());
        supervisor.ready(ChildRole.VRRP, now);
        assertTrue(supervisor.isSettled());
        supervisor.exited(ChildRole.VRRP, "died of signal 9", 0, now);
        assertTrue(supervisor.isSettled(), "one that rests is told when it comes back");
        supervisor.replace(ChildRole.CHECKERS, now);
        assertFalse(supervisor.isSettled());
    }

    private void bothRunning() {
        supervisor.want(BOTH, now);
        supervisor.ready(ChildRole.CHECKERS, now);
        supervisor.ready(ChildRole.VRRP, now);
    }

    private void running(ChildRole role) {
        supervisor.want(EnumSet.of(role), now);
        supervisor.ready(role, now);
    }

    /** Lets seconds pass, ticking whenever the supervisor asks for it. */
    private void run(int seconds) {
        long until = now + seconds * SECOND;
        while (supervisor.nextWake() - until <= 0) {
            now = supervisor.nextWake();
            deeds.addAll(supervisor.tick(now));
        }
        now = until;
    }

    private static void did(List<Deed> actual, Deed... expected) {
        assertEquals(List.of(expected), actual);
    }
}
