package org.lvsdirector.vrrp.bfd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.vrrp.settings.BfdSettings;

/** One test for each rule of RFC 5880, section 6.8, on virtual time. */
class BfdSessionTest {
    private static final long MS = 1_000_000;
    private static final int OURS = 11;
    private static final int THEIRS = 22;

    /** Without jitter, so that times are round. */
    private double random = 1;

    private long now = 1_000_000_000_000L;
    private BfdSession session = session(3, false);
    private final List<ControlPacket> sent = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    private static BfdSettings settings(int multiplier, boolean passive, long minTxMicros, long minRxMicros) {
        return new BfdSettings(
                "s",
                InetAddress.getLoopbackAddress(),
                null,
                minTxMicros,
                minRxMicros,
                1_000_000,
                multiplier,
                passive,
                255,
                0,
                false);
    }

    private BfdSession session(int multiplier, boolean passive) {
        return new BfdSession(settings(multiplier, passive, 10_000, 20_000), OURS, () -> random);
    }

    private void take(List<BfdAction> actions) {
        for (BfdAction action : actions) {
            if (action instanceof BfdAction.Send send) {
                sent.add(send.packet());
            } else if (action instanceof BfdAction.Changed changed) {
                changes.add(changed.to() + " " + changed.why());
            }
        }
    }

    private ControlPacket theirs(
            SessionState state, boolean poll, boolean fin, int mult, long txMicros, long rxMicros) {
        return new ControlPacket(0, state, poll, fin, false, mult, THEIRS, OURS, txMicros, rxMicros, 0);
    }

    private void hear(SessionState state) {
        hear(theirs(state, false, false, 3, 50_000, 30_000));
    }

    private void hear(ControlPacket packet) {
        take(session.received(packet, now));
    }

    private void start() {
        take(session.start(now));
    }

    /** Lets time pass, meeting every deadline. */
    private void pass(long millis) {
        long end = now + millis * MS;
        while (session.nextDeadlineNanos() <= end) {
            now = session.nextDeadlineNanos();
            take(session.deadlineReached(now));
        }
        now = end;
    }

    private void up() {
        start();
        hear(SessionState.DOWN);
        hear(SessionState.UP);
        hear(theirs(SessionState.UP, false, true, 3, 50_000, 30_000)); // answers the poll
        sent.clear();
        changes.clear();
    }

    private ControlPacket last() {
        return sent.get(sent.size() - 1);
    }

    /** 6.8.1: what is said first. */
    @Test
    void theFirstPacketSaysDownAndKnowsNobody() {
        start();
        assertEquals(
                List.of(new ControlPacket(0, SessionState.DOWN, false, false, false, 3, OURS, 0, 1_000_000, 20_000, 0)),
                sent);
    }

    /** 6.8.3: not more often than once a second while the session is not up. */
    @Test
    void aSessionThatIsNotUpSpeaksOnceASecond() {
        start();
        pass(5_500);
        assertEquals(6, sent.size());
    }

    /** 6.8.6: Down meets Down. */
    @Test
    void theThreeWayHandshake() {
        start();
        hear(SessionState.DOWN);
        assertEquals(SessionState.INIT, session.state());
        assertEquals(THEIRS, last().yourDiscriminator());
        assertEquals(SessionState.INIT, last().state());
        hear(SessionState.INIT);
        assertEquals(List.of("INIT NONE", "UP NONE"), changes);
    }

    /** 6.8.6: the whole table of states, ours, theirs, and what becomes of ours. */
    @ParameterizedTest
    @CsvSource({
        "DOWN, ADMIN_DOWN, DOWN",
        "DOWN, DOWN, INIT",
        "DOWN, INIT, UP",
        "DOWN, UP, DOWN",
        "INIT, ADMIN_DOWN, DOWN",
        "INIT, DOWN, INIT",
        "INIT, INIT, UP",
        "INIT, UP, UP",
        "UP, ADMIN_DOWN, DOWN",
        "UP, DOWN, DOWN",
        "UP, INIT, UP",
        "UP, UP, UP",
    })
    void transitions(SessionState ours, SessionState theirs, SessionState next) {
        start();
        if (ours != SessionState.DOWN) {
            hear(SessionState.DOWN);
        }
        if (ours == SessionState.UP) {
            hear(SessionState.UP);
        }
        assertEquals(ours, session.state());
        hear(theirs);
        assertEquals(next, session.state());
    }

    /** 6.8.6: diagnostic 3 when the neighbour leaves. */
    @Test
    void aNeighbourThatLeavesIsTheReason() {
        up();
        hear(SessionState.DOWN);
        assertEquals(List.of("DOWN NEIGHBOR_SIGNALED_DOWN"), changes);
        assertEquals(3, last().diagnostic());
    }

    /** 6.8.4: their multiplier times the greater of our required and their desired interval. */
    @Test
    void theDetectionTime() {
        up();
        pass(149);
        assertEquals(SessionState.UP, session.state());
        pass(1);
        assertEquals(List.of("DOWN DETECTION_TIME_EXPIRED"), changes);
        assertEquals(1, last().diagnostic());
        assertEquals(SessionState.DOWN, last().state());
    }

    @Test
    void ourRequiredIntervalCountsWhereItIsTheGreater() {
        up();
        hear(theirs(SessionState.UP, false, false, 4, 1_000, 30_000));
        pass(79);
        assertEquals(SessionState.UP, session.state());
        pass(1);
        assertEquals(SessionState.DOWN, session.state());
    }

    /** 6.8.1: after the detection time their discriminator is forgotten. */
    @Test
    void whoIsSilentIsForgotten() {
        up();
        pass(151);
        assertEquals(0, last().yourDiscriminator());
    }

    /** 6.8.2: the greater of what we desire and they require. */
    @Test
    void theTransmitInterval() {
        up();
        long start = now;
        pass(30);
        assertEquals(1, sent.size());
        pass(29);
        assertEquals(1, sent.size());
        pass(1);
        assertEquals(2, sent.size());
        assertEquals(60 * MS, now - start);
    }

    /** 6.8.7: shortened by up to a quarter. */
    @ParameterizedTest
    @CsvSource({"0, 22.5", "1, 30", "0.5, 26.25"})
    void jitter(double draw, double millis) {
        random = draw;
        up();
        assertEquals((long) (millis * MS), session.nextDeadlineNanos() - now);
    }

    /** 6.8.7: with a multiplier of 1 never more than 90 %. */
    @ParameterizedTest
    @CsvSource({"0, 22.5", "1, 27"})
    void jitterWhereOneLostPacketIsTheEnd(double draw, double millis) {
        session = session(1, false);
        random = draw;
        up();
        assertEquals((long) (millis * MS), session.nextDeadlineNanos() - now);
    }

    /** 6.5: a change of intervals is polled until it is answered. */
    @Test
    void comingUpIsPolled() {
        start();
        hear(SessionState.DOWN);
        hear(SessionState.UP);
        assertTrue(last().poll());
        assertEquals(10_000, last().desiredMinTxMicros());
        pass(40);
        assertTrue(last().poll());
        hear(theirs(SessionState.UP, false, true, 3, 50_000, 30_000));
        pass(40);
        assertFalse(last().poll());
    }

    /** 6.5: answered at once, without regard to the interval, and never with both bits. */
    @Test
    void aPollIsAnswered() {
        up();
        hear(theirs(SessionState.UP, true, false, 3, 50_000, 30_000));
        assertEquals(1, sent.size());
        assertTrue(last().fin());
        assertFalse(last().poll());
    }

    /** 6.8.3: to become slower while up needs the neighbour's consent first. */
    @Test
    void becomingSlowerWaitsForTheAnswer() {
        up();
        session.reconfigure(settings(3, false, 100_000, 20_000));
        pass(60);
        assertEquals(2, sent.size());
        assertEquals(100_000, last().desiredMinTxMicros());
        hear(theirs(SessionState.UP, false, true, 3, 50_000, 30_000));
        sent.clear();
        pass(99);
        assertTrue(sent.size() <= 1, "one that was due by the old interval at most");
    }

    /** 6.8.3: to expect more packets while up needs it too. */
    @Test
    void expectingMoreWaitsForTheAnswer() {
        up();
        session.reconfigure(settings(3, false, 10_000, 5_000));
        hear(theirs(SessionState.UP, false, false, 3, 1_000, 30_000));
        pass(59);
        assertEquals(SessionState.UP, session.state(), "3 times the old 20 ms");
        hear(theirs(SessionState.UP, false, true, 3, 1_000, 30_000));
        pass(15);
        assertEquals(SessionState.DOWN, session.state(), "3 times the new 5 ms");
    }

    /** 6.8.7: passive systems do not begin. */
    @Test
    void aPassiveSessionWaitsToBeSpokenTo() {
        session = session(3, true);
        start();
        pass(10_000);
        assertEquals(List.of(), sent);
        hear(SessionState.DOWN);
        assertEquals(SessionState.INIT, last().state());
        pass(100);
        assertFalse(sent.isEmpty());
    }

    /** 6.8.7: a required interval of 0 asks for silence; polls are answered all the same. */
    @Test
    void silenceOnRequest() {
        up();
        hear(theirs(SessionState.UP, false, false, 255, 1_000_000, 0));
        pass(10_000);
        assertEquals(List.of(), sent);
        hear(theirs(SessionState.UP, true, false, 255, 1_000_000, 0));
        assertEquals(1, sent.size());
    }

    /** 6.6: demand mode of the neighbour. */
    @Test
    void noPeriodicPacketsWhereTheNeighbourDemandsNone() {
        up();
        hear(new ControlPacket(0, SessionState.UP, false, false, true, 255, THEIRS, OURS, 1_000_000, 30_000, 0));
        pass(10_000);
        assertEquals(List.of(), sent);
    }

    /** 6.8.16: the end is said, and nothing is answered after it. */
    @Test
    void theEndIsAnnounced() {
        up();
        take(session.stop(now));
        assertEquals(SessionState.ADMIN_DOWN, last().state());
        assertEquals(7, last().diagnostic());
        assertEquals(BfdSession.NEVER, session.nextDeadlineNanos());
        sent.clear();
        hear(SessionState.DOWN);
        assertEquals(List.of(), sent);
        assertEquals(SessionState.ADMIN_DOWN, session.state());
    }
}
