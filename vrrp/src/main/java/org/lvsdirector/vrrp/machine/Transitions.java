package org.lvsdirector.vrrp.machine;

import org.lvsdirector.vrrp.machine.RouterAction.AddAddresses;
import org.lvsdirector.vrrp.machine.RouterAction.AllowTraffic;
import org.lvsdirector.vrrp.machine.RouterAction.CancelAnnouncements;
import org.lvsdirector.vrrp.machine.RouterAction.DropTraffic;
import org.lvsdirector.vrrp.machine.RouterAction.RemoveAddresses;

/** Entry into each state: the one place that says what belongs to it. */
final class Transitions {
    private Transitions() {}

    /** Advertise first, so that a master of lower priority lets go, then take the addresses and tell the neighbours. */
    static void becomeMaster(Turn turn) {
        turn.counters().becameMaster++;
        turn.say("Entering MASTER STATE");
        turn.instance().claims.taken();
        enterMaster(turn);
        hold(turn);
        turn.tell(NotifyState.MASTER);
    }

    /** Takes up the mastery that a former process of this machine held; the others, and the notify scripts, notice nothing. */
    static void resumeMaster(Turn turn) {
        turn.say("Resuming MASTER STATE");
        enterMaster(turn);
        hold(turn);
    }

    private static void enterMaster(Turn turn) {
        long interval = turn.ownIntervalNanos();
        Timers timers = Timers.election(turn.nowNanos() + interval)
                .withSecondRound(turn.after(turn.garp().delayNanos()))
                .withRefresh(firstRefresh(turn))
                .withExtra(turn.after(turn.garp().extra().periodNanos()));
        turn.enter(turn.state().entering(VrrpState.MASTER, true, interval, timers));
        turn.advertise();
    }

    private static long firstRefresh(Turn turn) {
        long period = turn.garp().refreshNanos();
        return period > 0 ? turn.nowNanos() + turn.garp().delayNanos() + period : VrrpRouter.NEVER;
    }

    private static void hold(Turn turn) {
        Instance instance = turn.instance();
        if (instance.dropsTraffic()) {
            turn.say(LogLevel.DETAIL, "setting firewall drop rule");
            turn.act(new DropTraffic(instance.key(), instance.addresses()));
        }
        if (!instance.addresses().isEmpty()) {
            turn.say(LogLevel.DETAIL, "setting VIPs.");
            turn.act(new AddAddresses(instance.key(), instance.addresses()));
        }
        HostRouting.set(turn);
        turn.announce(turn.garp().repeat());
    }

    /** From any state, without resigning; waits for the master-down interval of our own settings. */
    static void becomeBackup(Turn turn) {
        turn.say("Entering BACKUP STATE");
        leaveMaster(turn);
        enterBackup(turn, false);
        turn.tell(NotifyState.BACKUP);
    }

    /** The start of an instance that is fit: the owner alone wants to be MASTER at once. */
    static void startAsBackup(Turn turn) {
        turn.say("Entering BACKUP STATE (init)");
        enterBackup(turn, turn.state().wantsMaster());
        turn.tell(NotifyState.BACKUP);
    }

    private static void enterBackup(Turn turn, boolean wantsMaster) {
        long interval = turn.ownIntervalNanos();
        Timers timers = Timers.election(turn.masterDownAt(interval));
        turn.enter(turn.state().entering(VrrpState.BACKUP, wantsMaster, interval, timers));
    }

    /**
     * Someone else took an address away from a MASTER: resign, clear up, and stand for election again after the skew time alone, which
     * puts everything back if no one else stands.
     */
    static void startOver(Turn turn) {
        turn.say("Entering BACKUP STATE");
        turn.resign();
        leaveMaster(turn);
        turn.instance().claims.expectAnswer();
        enterBackup(turn, false);
        long skew = ElectionTimes.skewNanos(turn.settings(), turn.state().priority(), turn.ownIntervalNanos());
        turn.enter(turn.state().withElection(turn.nowNanos() + skew));
        turn.tell(NotifyState.BACKUP);
    }

    /** A MASTER resigns, so that another takes over at once. */
    static void becomeFault(Turn turn) {
        turn.say("Entering FAULT STATE");
        if (turn.instance().is(VrrpState.MASTER)) {
            turn.resign();
        }
        leaveMaster(turn);
        turn.enter(turn.state().entering(VrrpState.FAULT, false, turn.ownIntervalNanos(), Timers.NONE));
        turn.tell(NotifyState.FAULT);
    }

    /** The process ends; a MASTER has given up its addresses before, unless they are to stay. */
    static void stop(Turn turn) {
        turn.instance().claims.standDown(turn);
        turn.instance().rivals.forget(turn);
        turn.enter(turn.state().entering(VrrpState.INIT, false, turn.ownIntervalNanos(), Timers.NONE));
        turn.tell(NotifyState.STOP);
    }

    private static void leaveMaster(Turn turn) {
        if (turn.instance().is(VrrpState.MASTER)) {
            turn.counters().releasedMaster++;
            turn.instance().rivals.forget(turn);
            release(turn);
        }
        turn.instance().claims.standDown(turn);
    }

    /** Takes rules, routes and addresses off. */
    static void release(Turn turn) {
        Instance instance = turn.instance();
        turn.act(new CancelAnnouncements(instance.key()));
        HostRouting.remove(turn);
        if (!instance.addresses().isEmpty()) {
            turn.say(LogLevel.DETAIL, "removing VIPs.");
            turn.act(new RemoveAddresses(instance.key(), instance.addresses()));
        }
        if (instance.dropsTraffic()) {
            turn.say(LogLevel.DETAIL, "removing firewall drop rule");
            turn.act(new AllowTraffic(instance.key(), instance.addresses()));
        }
    }
}
