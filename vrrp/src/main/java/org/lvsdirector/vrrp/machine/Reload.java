package org.lvsdirector.vrrp.machine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.RouterAction.AddAddresses;
import org.lvsdirector.vrrp.machine.RouterAction.AllowTraffic;
import org.lvsdirector.vrrp.machine.RouterAction.Announce;
import org.lvsdirector.vrrp.machine.RouterAction.DropTraffic;
import org.lvsdirector.vrrp.machine.RouterAction.RemoveAddresses;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** New settings for an instance that goes on: its state and counts stay, only differences become actions. */
final class Reload {
    private Reload() {}

    static void apply(Turn turn, InstanceSettings next, @Nullable SyncGroupSettings group) {
        Instance instance = turn.instance();
        InstanceSettings before = instance.settings();
        List<VirtualAddress> had = instance.addresses();
        boolean dropped = instance.dropsTraffic();
        if (next.equals(before)) {
            instance.reconfigure(next, group);
            return;
        }
        if (instance.is(VrrpState.BACKUP)) {
            instance.claims.standDown(turn);
        }
        instance.reconfigure(next, group);
        if (instance.is(VrrpState.MASTER)) {
            HostRouting.removeOld(turn, before.host());
            addresses(turn, had, dropped);
            HostRouting.addNew(turn, before.host());
            MasterRules.advertiseNow(turn);
        } else if (instance.is(VrrpState.BACKUP)) {
            timing(turn, before, next);
        }
    }

    private static void addresses(Turn turn, List<VirtualAddress> had, boolean dropped) {
        Instance instance = turn.instance();
        List<VirtualAddress> has = instance.addresses();
        List<VirtualAddress> gone = without(had, has);
        List<VirtualAddress> come = without(has, had);
        if (dropped && !instance.dropsTraffic()) {
            turn.act(new AllowTraffic(instance.key(), had));
        } else if (dropped && !gone.isEmpty()) {
            turn.act(new AllowTraffic(instance.key(), gone));
        }
        if (!gone.isEmpty()) {
            turn.say(LogLevel.DETAIL, "removing VIPs.");
            turn.act(new RemoveAddresses(instance.key(), gone));
        }
        if (instance.dropsTraffic() && !dropped) {
            turn.act(new DropTraffic(instance.key(), has));
        } else if (instance.dropsTraffic() && !come.isEmpty()) {
            turn.act(new DropTraffic(instance.key(), come));
        }
        if (!come.isEmpty()) {
            turn.say(LogLevel.DETAIL, "setting VIPs.");
            turn.act(new AddAddresses(instance.key(), come));
            turn.act(new Announce(instance.key(), come, Math.max(1, turn.garp().repeat())));
        }
    }

    private static List<VirtualAddress> without(List<VirtualAddress> all, List<VirtualAddress> others) {
        List<VirtualAddress> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return List.copyOf(rest);
    }

    /** Waits for the master afresh when the expected rhythm has changed. */
    private static void timing(Turn turn, InstanceSettings before, InstanceSettings next) {
        boolean sameRhythm = before.advertisement().intervalNanos()
                        == next.advertisement().intervalNanos()
                && before.election().downTimerAdverts() == next.election().downTimerAdverts()
                && before.advertisement().version() == next.advertisement().version();
        if (!sameRhythm) {
            long interval = turn.ownIntervalNanos();
            turn.enter(
                    turn.state().withMaster(turn.state().master(), interval).withElection(turn.masterDownAt(interval)));
        }
    }

    /** An instance that is no longer configured: resigns if it is MASTER. */
    static void retire(Turn turn) {
        if (turn.instance().is(VrrpState.MASTER)) {
            turn.resign();
            Transitions.release(turn);
        }
        turn.instance().claims.standDown(turn);
        turn.instance().rivals.forget(turn);
        turn.tell(NotifyState.DELETED);
    }
}
