package org.lvsdirector.vrrp.machine;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification.Subject;
import org.lvsdirector.vrrp.packet.Received;
import org.lvsdirector.vrrp.packet.Received.Rejected;
import org.lvsdirector.vrrp.packet.Received.Valid;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;

/**
 * Instances that move together: the members of a sync group, or one instance alone. They are MASTER only when all want to be, at FAULT
 * when one is faulty, and BACKUP when one has to be.
 */
final class SyncUnit {
    private final @Nullable SyncGroupSettings group;
    private final List<Instance> members;
    private VrrpState state;

    /** A unit whose state is that of its members: fresh ones are INIT. */
    SyncUnit(@Nullable SyncGroupSettings group, List<Instance> members) {
        this.group = group;
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
        return group;
    }

    List<Instance> members() {
        return members;
    }

    VrrpState state() {
        return state;
    }

    /** All members take up a former mastery; the caller has looked whether they may. */
    void resume(long nowNanos, List<RouterAction> out) {
        for (Instance each : members) {
            Transitions.resumeMaster(new Turn(each, nowNanos, out));
        }
        state = VrrpState.MASTER;
    }

    /** Whether nothing keeps the members from serving. */
    boolean fit() {
        return !any(each -> each.fitness().faulty() || each.fitness().waiting());
    }

    void received(Instance member, Received packet, long nowNanos, List<RouterAction> out) {
        if (!member.is(VrrpState.BACKUP) && !member.is(VrrpState.MASTER)) {
            return;
        }
        Turn turn = new Turn(member, nowNanos, out);
        if (packet instanceof Rejected rejected) {
            Complaints.rejected(turn, rejected);
        } else if (packet instanceof Valid valid) {
            member.counters.advertsReceived++;
            Complaints.addresses(turn, valid);
            heard(turn, valid);
        }
    }

    private void heard(Turn turn, Valid valid) {
        if (turn.instance().is(VrrpState.BACKUP)) {
            boolean accepted = BackupRules.heard(turn, valid);
            if (accepted && state == VrrpState.MASTER) {
                pullDown(turn.nowNanos(), turn.actions());
            }
            return;
        }
        switch (MasterRules.heard(turn, valid)) {
            case STAYS -> {}
            case YIELDED -> pullDown(turn.nowNanos(), turn.actions());
            case CHALLENGED -> masters(turn.nowNanos(), turn.actions(), MasterRules::reassureNeighbours);
        }
    }

    void timersDue(long nowNanos, List<RouterAction> out) {
        for (Instance each : members) {
            if (each.state().timers().earliestNanos() > nowNanos) {
                continue;
            }
            Turn turn = new Turn(each, nowNanos, out);
            if (each.is(VrrpState.MASTER)) {
                MasterRules.timersDue(turn);
            } else {
                BackupRules.masterDown(turn);
                elect(each, nowNanos, out);
            }
        }
    }

    /** Looks around again and acts on what has changed. */
    void reassess(Surroundings surroundings, boolean starting, long nowNanos, List<RouterAction> out) {
        for (Instance each : members) {
            Reassessment.of(new Turn(each, nowNanos, out), surroundings);
        }
        if (any(each -> each.fitness().faulty())) {
            fail(nowNanos, out);
        } else if (fit() && any(SyncUnit::unavailable)) {
            recover(starting, nowNanos, out);
        }
    }

    private static boolean unavailable(Instance each) {
        return each.is(VrrpState.INIT) || each.is(VrrpState.FAULT);
    }

    private void fail(long nowNanos, List<RouterAction> out) {
        fail(each -> each.fitness().faulty(), nowNanos, out);
        boolean news = enter(VrrpState.FAULT, out);
        fail(each -> true, nowNanos, out);
        if (news) {
            tellGroup(NotifyState.FAULT, out);
        }
    }

    private void fail(Predicate<Instance> which, long nowNanos, List<RouterAction> out) {
        for (Instance each : members) {
            if (!each.is(VrrpState.FAULT) && which.test(each)) {
                Transitions.becomeFault(new Turn(each, nowNanos, out));
            }
        }
    }

    /** Nothing keeps the members from serving any more: they stand for election, an owner at once. */
    private void recover(boolean starting, long nowNanos, List<RouterAction> out) {
        boolean owners = !any(each -> !each.settings().owner());
        for (Instance each : members) {
            Turn turn = new Turn(each, nowNanos, out);
            if (unavailable(each) && !owners) {
                if (starting) {
                    Transitions.startAsBackup(turn);
                } else {
                    Transitions.becomeBackup(turn);
                }
            }
            if (each.settings().owner()) {
                turn.enter(turn.state().withWantsMaster(true));
            }
        }
        if (owners) {
            lift(members.get(0), nowNanos, out);
        } else if (state != VrrpState.MASTER && enter(VrrpState.BACKUP, out)) {
            tellGroup(NotifyState.BACKUP, out);
        }
    }

    /** Makes all MASTER if all want to be, among them one that was missing in a unit that is MASTER already. */
    private void elect(Instance first, long nowNanos, List<RouterAction> out) {
        if (any(each -> unavailable(each) || !each.state().wantsMaster())) {
            return;
        }
        lift(first, nowNanos, out);
    }

    private void lift(Instance first, long nowNanos, List<RouterAction> out) {
        if (!first.is(VrrpState.MASTER)) {
            Transitions.becomeMaster(new Turn(first, nowNanos, out));
        }
        boolean news = enter(VrrpState.MASTER, out);
        for (Instance each : members) {
            if (!each.is(VrrpState.MASTER)) {
                Transitions.becomeMaster(new Turn(each, nowNanos, out));
            }
        }
        if (news) {
            tellGroup(NotifyState.MASTER, out);
        }
    }

    /** One member has another master to follow: the rest must not stay behind. */
    private void pullDown(long nowNanos, List<RouterAction> out) {
        boolean news = enter(VrrpState.BACKUP, out);
        masters(nowNanos, out, Transitions::becomeBackup);
        if (news) {
            tellGroup(NotifyState.BACKUP, out);
        }
    }

    /** Someone else removed an address that a member holds. */
    void addressLost(long nowNanos, List<RouterAction> out) {
        masters(nowNanos, out, Transitions::startOver);
        if (enter(VrrpState.BACKUP, out)) {
            tellGroup(NotifyState.BACKUP, out);
        }
    }

    private void masters(long nowNanos, List<RouterAction> out, Consumer<Turn> action) {
        for (Instance each : members) {
            if (each.is(VrrpState.MASTER)) {
                action.accept(new Turn(each, nowNanos, out));
            }
        }
    }

    /** Enters a state of the unit. Returns whether it is another than before. */
    private boolean enter(VrrpState next, List<RouterAction> out) {
        if (state == next) {
            return false;
        }
        state = next;
        if (group != null) {
            out.add(new RouterAction.Log(
                    LogLevel.INFO, "VRRP_Group(" + group.name() + ") Syncing instances to " + next + " state"));
        }
        return true;
    }

    /** The process stops; addresses have been seen to. */
    void stop(long nowNanos, List<RouterAction> out) {
        for (Instance each : members) {
            Turn turn = new Turn(each, nowNanos, out);
            turn.enter(turn.state().entering(VrrpState.INIT, false, turn.ownIntervalNanos(), Timers.NONE));
            turn.tell(NotifyState.STOP);
        }
        state = VrrpState.INIT;
        tellGroup(NotifyState.STOP, out);
    }

    private void tellGroup(NotifyState what, List<RouterAction> out) {
        if (group != null) {
            out.add(new SendNotification(Subject.GROUP, group.name(), what, 0));
        }
    }

    long nextDeadlineNanos() {
        long earliest = VrrpRouter.NEVER;
        for (Instance each : members) {
            earliest = Math.min(earliest, each.state().timers().earliestNanos());
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
