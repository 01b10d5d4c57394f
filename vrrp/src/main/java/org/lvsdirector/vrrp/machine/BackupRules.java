package org.lvsdirector.vrrp.machine;

import org.lvsdirector.vrrp.packet.Advertisement;
import org.lvsdirector.vrrp.packet.Received.Valid;
import org.lvsdirector.vrrp.packet.VrrpVersion;

/** What a BACKUP does (RFC 3768, section 6.4.2; RFC 9568 the same, with the master's interval learned). */
final class BackupRules {
    private static final long MILLI_NANOS = 1_000_000;
    private static final long MICRO_NANOS = 1_000;
    private static final long SECOND_NANOS = 1_000_000_000;

    private BackupRules() {}

    /**
     * Hears an advertisement.
     *
     * @return whether it comes from a master that we accept
     */
    static boolean heard(Turn turn, Valid packet) {
        Advertisement advertisement = packet.advertisement();
        if (advertisement.priority() == Advertisement.PRIORITY_STOP) {
            masterResigned(turn);
            return false;
        }
        if (accepts(turn, advertisement.priority())) {
            accept(turn, packet);
            turn.instance().claims.masterLives(turn);
            return true;
        }
        turn.instance().claims.expectAnswer();
        turn.say("received lower priority (" + advertisement.priority() + ") advert from " + Turn.text(packet.source())
                + " - discarding");
        turn.enter(turn.state().withMaster(packet.source(), turn.state().masterIntervalNanos()));
        return false;
    }

    private static void masterResigned(Turn turn) {
        turn.counters().priorityZeroReceived++;
        turn.instance().claims.expectAnswer();
        turn.say("Backup received priority 0 advertisement");
        InstanceState state = turn.state();
        long skew = ElectionTimes.skewNanos(turn.settings(), state.priority(), state.masterIntervalNanos());
        turn.enter(state.withElection(turn.nowNanos() + skew));
    }

    private static boolean accepts(Turn turn, int priority) {
        return !turn.election().preempt() || priority >= turn.state().priority() || delaysPreemption(turn);
    }

    private static boolean delaysPreemption(Turn turn) {
        return turn.election().preemptDelayNanos() > 0 && turn.state().timers().preemptNanos() > turn.nowNanos();
    }

    private static void accept(Turn turn, Valid packet) {
        long interval = learnInterval(turn, packet.advertisement());
        InstanceState state = turn.state();
        Timers timers = state.timers()
                .withElection(turn.masterDownAt(interval))
                .withPreempt(preemptDeadline(turn, packet.advertisement().priority()));
        turn.enter(new InstanceState(
                VrrpState.BACKUP, false, state.priority(), interval, packet.source(), timers, state.complaints()));
    }

    /** The delay starts with the first lower priority and ends when the master is not lower any more. */
    private static long preemptDeadline(Turn turn, int priority) {
        long deadline = turn.state().timers().preemptNanos();
        long delay = turn.election().preemptDelayNanos();
        if (delay == 0) {
            return VrrpRouter.NEVER;
        }
        if (priority >= turn.state().priority()) {
            if (deadline != VrrpRouter.NEVER) {
                turn.say("stop preempt delay");
            }
            return VrrpRouter.NEVER;
        }
        if (deadline == VrrpRouter.NEVER) {
            turn.say(String.format(
                    "start preempt delay (%d.%06d)", delay / SECOND_NANOS, delay % SECOND_NANOS / MICRO_NANOS));
            return turn.nowNanos() + delay;
        }
        return deadline;
    }

    /** Version 3 follows the master's interval (RFC 9568, section 6.4.2); version 2 has only our own. */
    static long learnInterval(Turn turn, Advertisement advertisement) {
        long known = turn.state().masterIntervalNanos();
        long heard = advertisement.intervalNanos();
        if (advertisement.version() == VrrpVersion.V2 || heard == known) {
            return known;
        }
        turn.say("advertisement interval updated from " + known / MILLI_NANOS + "ms to " + heard / MILLI_NANOS
                + "ms by master");
        return heard;
    }

    /** Nothing was heard for the master-down interval: wants to be MASTER; the sync unit decides. */
    static void masterDown(Turn turn) {
        turn.say(LogLevel.DETAIL, "Receive advertisement timeout");
        InstanceState state = turn.state();
        // In a sync group the others may need a while; a lone instance is MASTER before this matters.
        long patience =
                3 * ElectionTimes.masterDownNanos(turn.settings(), state.priority(), state.masterIntervalNanos());
        turn.enter(state.withWantsMaster(true).withElection(turn.nowNanos() + patience));
    }
}
