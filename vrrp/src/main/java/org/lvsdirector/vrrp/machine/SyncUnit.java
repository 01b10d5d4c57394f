package org.lvsdirector.vrrp.machine;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Received;
import org.lvsdirector.vrrp.packet.Received.Rejected;
import org.lvsdirector.vrrp.packet.Received.Valid;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;

/**
 * Instances that move together: the members of a sync group, or one instance alone. They are MASTER only when all want to be, at FAULT
 * when one is faulty, and BACKUP when one has to be.
 */
final class SyncUnit {
    private final SyncVoice voice;
    private final List<Instance> members;
    private VrrpState state;

    /** A unit whose state is that of its members: fresh ones are INIT. */
    SyncUnit(@Nullable SyncGroupSettings group, List<Instance> members) {
        this.voice = new SyncVoice(group);
        this.members = List.copyOf(members);
        this.state = derived();
    }

    private VrrpState derived() {
        if (any(each -> each.is(VrrpState.FAULT))) {
            return VrrpState.FAULT;
        }
        if (any(each -> each.is(VrrpState.MASTER))) {
            return VrrpState.MASTER;
        }
        return any(each -> each.is(VrrpState.BACKUP)) ? VrrpState.BACKUP : VrrpState.INIT;
    }

    @Nullable
    SyncGroupSettings group() {
        return voice.group();
    }

    List<Instance> members() {
        return members;
    }

    VrrpState state() {
        return state;
    }

    /** All members take up a former mastery; the caller has looked whether they may. */
    void resume(Moment moment) {
        members.forEach(each -> Transitions.resumeMaster(moment.turn(each)));
        state = VrrpState.MASTER;
    }

    void received(Moment moment, Instance member, Received packet) {
        if (unavailable(member)) {
            return;
        }
        Turn turn = moment.turn(member);
        if (packet instanceof Rejected rejected) {
            Complaints.rejected(turn, rejected);
        } else if (packet instanceof Valid valid) {
            member.counters.advertsReceived++;
            if (member.settings().owner() && turn.election().ownerIgnoresAdverts()) {
                return;
            }
            Complaints.addresses(turn, valid);
            Complaints.remark(turn, valid);
            heard(turn, valid);
        }
    }

    private void heard(Turn turn, Valid valid) {
        if (turn.instance().is(VrrpState.BACKUP)) {
            boolean accepted = BackupRules.heard(turn, valid);
            if (accepted && state == VrrpState.MASTER) {
                pullDown(turn.moment());
            }
            return;
        }
        switch (MasterRules.heard(turn, valid)) {
            case STAYS -> {}
            case YIELDED -> pullDown(turn.moment());
            case CHALLENGED -> masters(turn.moment(), MasterRules::reassureNeighbours);
        }
    }

    void timersDue(Moment moment) {
        for (Instance each : members) {
            if (each.nextDeadlineNanos() > moment.nowNanos()) {
                continue;
            }
            Turn turn = moment.turn(each);
            if (each.is(VrrpState.MASTER)) {
                MasterRules.timersDue(turn);
            } else if (each.state().timers().earliestNanos() <= moment.nowNanos()) {
                BackupRules.masterDown(turn);
                elect(moment, each);
            } else {
                each.claims.askAhead(turn);
            }
        }
    }

    /** Looks around again and acts on what has changed. */
    void reassess(Moment moment, Surroundings surroundings, boolean starting) {
        members.forEach(each -> Reassessment.of(moment.turn(each), surroundings));
        if (any(each -> each.fitness().faulty())) {
            fail(moment);
        } else if (any(SyncUnit::unavailable) && !any(each -> each.fitness().waiting())) {
            recover(moment, starting);
        }
    }

    private static boolean unavailable(Instance each) {
        return each.is(VrrpState.INIT) || each.is(VrrpState.FAULT);
    }

    private void fail(Moment moment) {
        fail(moment, each -> each.fitness().faulty());
        boolean news = enter(moment, VrrpState.FAULT);
        fail(moment, each -> true);
        if (news) {
            voice.tell(moment, NotifyState.FAULT);
        }
    }

    private void fail(Moment moment, Predicate<Instance> which) {
        for (Instance each : members) {
            if (!each.is(VrrpState.FAULT) && which.test(each)) {
                Transitions.becomeFault(moment.turn(each));
            }
        }
    }

    /** Nothing keeps the members from serving any more: they stand for election, an owner at once. */
    private void recover(Moment moment, boolean starting) {
        if (!any(each -> !each.settings().owner())) {
            lift(moment, members.get(0));
            return;
        }
        for (Instance each : members) {
            if (unavailable(each)) {
                stand(moment.turn(each), starting);
            }
        }
        if (state != VrrpState.MASTER && enter(moment, VrrpState.BACKUP)) {
            voice.tell(moment, NotifyState.BACKUP);
        }
    }

    private static void stand(Turn turn, boolean starting) {
        if (starting) {
            Transitions.startAsBackup(turn);
        } else {
            Transitions.becomeBackup(turn);
        }
        if (turn.settings().owner()) {
            turn.enter(turn.state().withWantsMaster(true));
        }
    }

    /** Makes all MASTER if all want to be, among them one that was missing in a unit that is MASTER already. */
    private void elect(Moment moment, Instance first) {
        if (!any(each -> unavailable(each) || !each.state().wantsMaster())) {
            lift(moment, first);
        }
    }

    private void lift(Moment moment, Instance first) {
        if (!first.is(VrrpState.MASTER)) {
            Transitions.becomeMaster(moment.turn(first));
        }
        boolean news = enter(moment, VrrpState.MASTER);
        for (Instance each : members) {
            if (!each.is(VrrpState.MASTER)) {
                Transitions.becomeMaster(moment.turn(each));
            }
        }
        if (news) {
            voice.tell(moment, NotifyState.MASTER);
        }
    }

    /** One member has another master to follow: the rest must not stay behind. */
    private void pullDown(Moment moment) {
        boolean news = enter(moment, VrrpState.BACKUP);
        masters(moment, Transitions::becomeBackup);
        if (news) {
            voice.tell(moment, NotifyState.BACKUP);
        }
    }

    /** Someone else removed an address that a member holds. */
    void addressLost(Moment moment) {
        masters(moment, Transitions::startOver);
        if (enter(moment, VrrpState.BACKUP)) {
            voice.tell(moment, NotifyState.BACKUP);
        }
    }

    private void masters(Moment moment, Consumer<Turn> action) {
        for (Instance each : members) {
            if (each.is(VrrpState.MASTER)) {
                action.accept(moment.turn(each));
            }
        }
    }

    /** Enters a state of the unit. Returns whether it is another than before. */
    private boolean enter(Moment moment, VrrpState next) {
        if (state == next) {
            return false;
        }
        state = next;
        voice.log(moment, next);
        return true;
    }

    /** The process stops; addresses have been seen to. */
    void stop(Moment moment) {
        members.forEach(each -> Transitions.stop(moment.turn(each)));
        state = VrrpState.INIT;
        voice.tell(moment, NotifyState.STOP);
    }

    long nextDeadlineNanos() {
        long earliest = VrrpRouter.NEVER;
        for (Instance each : members) {
            earliest = Math.min(earliest, each.nextDeadlineNanos());
        }
        return earliest;
    }

    private boolean any(Predicate<Instance> test) {
        for (Instance each : members) {
            if (test.test(each)) {
                return true;
            }
        }
        return false;
    }
}
