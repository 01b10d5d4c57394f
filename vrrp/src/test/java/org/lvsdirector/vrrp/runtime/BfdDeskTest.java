package org.lvsdirector.vrrp.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.vrrp.bfd.ControlPacket;
import org.lvsdirector.vrrp.bfd.SessionState;
import org.lvsdirector.vrrp.runtime.BfdTransport.Arrival;
import org.lvsdirector.vrrp.settings.BfdSettings;
import org.lvsdirector.vrrp.testing.RecordingSink;

/** Which session a packet is for, and who hears of it. */
class BfdDeskTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int THEIRS = 99;

    private final FakeBfdTransport transport = new FakeBfdTransport();
    private final RecordingSink sink = new RecordingSink();
    private final List<String> told = new ArrayList<>();
    private final BfdDesk desk = new BfdDesk(transport, sink, (name, up) -> told.add(name + (up ? " up" : " down")));

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static BfdSettings session(String name, String neighbour, int maxHops) {
        return new BfdSettings(
                name, address(neighbour), null, 10_000, 10_000, 1_000_000, 5, false, 255, maxHops, false);
    }

    private void hear(String from, int ttl, SessionState state, int yours) {
        ControlPacket packet = new ControlPacket(0, state, false, false, false, 3, THEIRS, yours, 50_000, 50_000, 0);
        transport.arrive(new Arrival(address(from), ttl, false), packet);
        desk.readWaiting(0);
    }

    private int ours() {
        return transport.sent.get(0).myDiscriminator();
    }

    @Test
    void aSessionComesUpAndGoesDown() {
        desk.configure(List.of(session("s", "10.0.0.2", 0)), 0);
        hear("10.0.0.2", 255, SessionState.DOWN, 0);
        hear("10.0.0.2", 255, SessionState.INIT, ours());
        assertEquals(List.of("s up"), told);
        assertTrue(sink.lines().contains("(s) Entering Up state"));
        desk.deadlineReached(SECOND);
        assertEquals(List.of("s up", "s down"), told);
        assertTrue(sink.lines().contains("(s) Entering Down state (control detection time expired)"));
    }

    /** RFC 5881, section 5: only what has come from the same network; others are counted. */
    @ParameterizedTest
    @CsvSource({"10.0.0.2, 254, 0", "10.0.0.3, 255, 0", "10.0.0.2, 255, 12345"})
    void strangersAreNotHeard(String from, int ttl, int yours) {
        desk.configure(List.of(session("s", "10.0.0.2", 0)), 0);
        hear(from, ttl, SessionState.DOWN, yours);
        assertEquals(List.of(), sink.lines());
        assertEquals(1, desk.discarded());
    }

    @Test
    void hopsMayBeAllowed() {
        desk.configure(List.of(session("s", "10.0.0.2", 2)), 0);
        hear("10.0.0.2", 253, SessionState.DOWN, 0);
        assertEquals(List.of("(s) Entering Init state"), sink.lines());
    }

    /** Otherwise nobody would ever hear of a neighbour that was dead all along. */
    @Test
    void aSessionThatDoesNotComeUpInTimeIsTold() {
        desk.configure(List.of(session("s", "10.0.0.2", 0)), 0);
        desk.deadlineReached(5 * SECOND - 1);
        assertEquals(List.of(), told);
        desk.deadlineReached(5 * SECOND);
        desk.deadlineReached(6 * SECOND);
        assertEquals(List.of("s down"), told);
    }

    @Test
    void aSessionThatCannotBeOpenedIsTriedAgain() {
        transport.opens = false;
        desk.configure(List.of(session("s", "10.0.0.2", 0)), 0);
        assertEquals(1, sink.count("cannot reach it"));
        assertEquals(SECOND, desk.nextDeadlineNanos());
        desk.deadlineReached(SECOND);
        assertEquals(1, sink.count("cannot reach it"), "said once");
        transport.opens = true;
        desk.deadlineReached(2 * SECOND);
        assertEquals(1, transport.sent.size());
    }

    @Test
    void aReloadKeepsWhatIsTheSameAndEndsWhatIsGone() {
        desk.configure(List.of(session("s", "10.0.0.2", 0)), 0);
        hear("10.0.0.2", 255, SessionState.INIT, ours());
        desk.configure(List.of(session("s", "10.0.0.2", 1), session("t", "10.0.0.3", 0)), 0);
        assertEquals(List.of("s up"), told);
        desk.configure(List.of(session("t", "10.0.0.3", 0)), 0);
        assertEquals(List.of("s up", "s down"), told);
        assertEquals(
                SessionState.ADMIN_DOWN,
                transport.sent.get(transport.sent.size() - 1).state());
        assertEquals(1, transport.open.size());
    }

    @Test
    void theEndIsAnnouncedToAll() {
        desk.configure(List.of(session("s", "10.0.0.2", 0)), 0);
        hear("10.0.0.2", 255, SessionState.INIT, ours());
        desk.stop(0);
        assertEquals(
                SessionState.ADMIN_DOWN,
                transport.sent.get(transport.sent.size() - 1).state());
        assertTrue(transport.open.isEmpty());
    }
}
