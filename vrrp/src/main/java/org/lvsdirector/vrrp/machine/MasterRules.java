package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Advertisement;
import org.lvsdirector.vrrp.packet.Received.Valid;

/** What a MASTER does (RFC 3768 and RFC 9568, section 6.4.3). */
final class MasterRules {
    private MasterRules() {}

    /** What hearing an advertisement came to. */
    enum Verdict {
        STAYS,
        /** Someone of lower priority believes to be MASTER: our neighbours may believe it too. */
        CHALLENGED,
        /** Became BACKUP. */
        YIELDED
    }

    static Verdict heard(Turn turn, Valid packet) {
        int theirs = packet.advertisement().priority();
        int ours = turn.state().priority();
        if (theirs == Advertisement.PRIORITY_STOP) {
            turn.counters().priorityZeroReceived++;
            turn.say("Master received priority 0 message");
            advertiseNow(turn);
            return Verdict.STAYS;
        }
        int order = theirs != ours ? Integer.compare(theirs, ours) : tieBreak(turn, packet.source());
        if (order == 0) {
            turn.say(
                    LogLevel.WARNING, "WARNING - equal priority advert received from remote host with our IP address.");
            return Verdict.STAYS;
        }
        if (order > 0) {
            giveWay(turn, packet);
            return Verdict.YIELDED;
        }
        challenged(turn, packet);
        turn.instance().rivals.challengedBy(turn, packet);
        return Verdict.CHALLENGED;
    }

    /** The higher primary address wins (RFC 3768, section 6.4.3). */
    private static int tieBreak(Turn turn, InetAddress theirs) {
        if (turn.settings().owner()) {
            Complaints.twoOwners(turn);
        }
        InetAddress ours = turn.instance().source();
        return ours == null ? 1 : compare(theirs, ours);
    }

    /** Compares as unsigned numbers in network byte order. */
    static int compare(InetAddress left, @Nullable InetAddress right) {
        return right == null ? 1 : Arrays.compareUnsigned(left.getAddress(), right.getAddress());
    }

    private static void giveWay(Turn turn, Valid packet) {
        int theirs = packet.advertisement().priority();
        int ours = turn.state().priority();
        String from = "Master received advert from " + Turn.text(packet.source());
        turn.say(
                theirs > ours
                        ? from + " with higher priority " + theirs + ", ours " + ours
                        : from + " with same priority " + theirs + " but higher IP address than ours");
        if (turn.election().higherPrioritySendAdvert()) {
            turn.advertise();
        }
        Transitions.becomeBackup(turn);
        long interval = BackupRules.learnInterval(turn, packet.advertisement());
        turn.enter(turn.state().withMaster(packet.source(), interval).withElection(turn.masterDownAt(interval)));
    }

    private static void challenged(Turn turn, Valid packet) {
        boolean answers = !turn.election().lowerPriorityNoAdvert();
        turn.say("Received advert from " + Turn.text(packet.source()) + " with lower priority "
                + packet.advertisement().priority() + ", ours " + turn.state().priority()
                + (answers ? ", forcing new election" : ""));
        if (answers) {
            advertiseNow(turn);
        }
        turn.tell(NotifyState.MASTER_RX_LOWER_PRI);
    }

    /** Tells the neighbours again where the addresses are, now and once more later. */
    static void reassureNeighbours(Turn turn) {
        int repeat = turn.garp().lowerPriorityRepeat();
        if (repeat > 0) {
            turn.announce(repeat);
            long again = turn.after(turn.garp().lowerPriorityDelayNanos());
            turn.enter(turn.state().withTimers(turn.state().timers().withLowerPriorityRound(again)));
        }
    }

    static void advertiseNow(Turn turn) {
        turn.advertise();
        turn.enter(turn.state().withElection(turn.nowNanos() + turn.ownIntervalNanos()));
    }

    /** Whatever is due: an advertisement, a round of announcements. */
    static void timersDue(Turn turn) {
        turn.instance().rivals.look(turn);
        turn.instance().claims.look(turn);
        Timers timers = turn.state().timers();
        long now = turn.nowNanos();
        if (timers.electionNanos() <= now) {
            turn.advertise();
            Punctuality.judge(turn, now - timers.electionNanos());
            // Keeps the beat when the driver wakes a little late; starts a new one when it was very late.
            long next = timers.electionNanos() + turn.ownIntervalNanos();
            timers = timers.withElection(next > now ? next : now + turn.ownIntervalNanos());
        }
        if (timers.secondRoundNanos() <= now) {
            turn.announce(turn.garp().repeat());
            timers = timers.withSecondRound(VrrpRouter.NEVER);
        }
        if (timers.lowerPriorityRoundNanos() <= now) {
            turn.announce(turn.garp().lowerPriorityRepeat());
            timers = timers.withLowerPriorityRound(VrrpRouter.NEVER);
        }
        if (timers.refreshNanos() <= now) {
            turn.announce(turn.garp().refreshRepeat());
            timers = timers.withRefresh(turn.after(turn.garp().refreshNanos()));
        }
        if (timers.extraNanos() <= now) {
            turn.announceElsewhere();
            timers = timers.withExtra(turn.after(turn.garp().extra().periodNanos()));
        }
        turn.enter(turn.state().withTimers(timers));
    }
}
