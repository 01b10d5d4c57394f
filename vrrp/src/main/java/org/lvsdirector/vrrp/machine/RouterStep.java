package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.vrrp.machine.RouterEvent.AddressRemoved;
import org.lvsdirector.vrrp.machine.RouterEvent.LinkChanged;
import org.lvsdirector.vrrp.machine.RouterEvent.PacketReceived;
import org.lvsdirector.vrrp.machine.RouterEvent.Reconfigured;
import org.lvsdirector.vrrp.machine.RouterEvent.ScriptFinished;
import org.lvsdirector.vrrp.machine.RouterEvent.ShutdownRequested;
import org.lvsdirector.vrrp.machine.RouterEvent.SourceAddressChanged;
import org.lvsdirector.vrrp.machine.RouterEvent.Started;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** One step of the router: finds whom an event concerns. */
record RouterStep(Roster roster, long nowNanos, List<RouterAction> out) implements RouterEvent.Handler {

    @Override
    public void packetReceived(PacketReceived event) {
        Instance instance = roster.find(event.instance());
        SyncUnit unit = roster.unitOf(event.instance());
        if (running() && instance != null && unit != null) {
            unit.received(instance, event.packet(), nowNanos, out);
        }
    }

    @Override
    public void deadlineReached() {
        if (running()) {
            for (SyncUnit each : roster.units()) {
                each.timersDue(nowNanos, out);
            }
            roster.scripts().runDue(nowNanos, out);
        }
    }

    @Override
    public void linkChanged(LinkChanged event) {
        boolean news = roster.surroundings().link(event.interfaceName(), event.state());
        if (news && running()) {
            log(
                    event.state() == LinkState.MISSING
                            ? "Interface " + event.interfaceName() + " deleted"
                            : "Netlink reports " + event.interfaceName()
                                    + (event.state() == LinkState.UP ? " up" : " down"));
            reassessAll(false);
        }
    }

    @Override
    public void sourceAddressChanged(SourceAddressChanged event) {
        roster.surroundings().source(event.instance(), event.address());
        SyncUnit unit = roster.unitOf(event.instance());
        if (unit != null && running()) {
            unit.reassess(roster.surroundings(), false, nowNanos, out);
        }
    }

    @Override
    public void addressRemoved(AddressRemoved event) {
        boolean told = false;
        for (SyncUnit unit : roster.units()) {
            if (running() && unit.members().stream().anyMatch(each -> holds(each, event))) {
                if (!told) {
                    log("Netlink reflector reports IP " + Turn.text(event.address()) + " removed from "
                            + event.interfaceName());
                    told = true;
                }
                unit.addressLost(nowNanos, out);
            }
        }
    }

    private static boolean holds(Instance instance, AddressRemoved event) {
        if (!instance.is(VrrpState.MASTER)) {
            return false;
        }
        InetAddress removed = event.address();
        String own = instance.settings().interfaceName();
        for (VirtualAddress each : instance.addresses()) {
            if (each.address().equals(removed) && each.interfaceOr(own).equals(event.interfaceName())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void scriptFinished(ScriptFinished event) {
        boolean news = roster.scripts().finished(event.script(), event.outcome(), out);
        if (news && running()) {
            reassessAll(false);
        }
    }

    @Override
    public void started(Started event) {
        if (roster.phase != Roster.Phase.BEFORE_START) {
            return;
        }
        roster.phase = Roster.Phase.RUNNING;
        roster.scripts().configure(roster.settings(), nowNanos);
        Map<InstanceKey, Long> lastAdverts = new HashMap<>();
        event.resumptions().forEach(each -> lastAdverts.put(each.instance(), each.lastAdvertNanos()));
        for (SyncUnit unit : roster.units()) {
            new Launch(unit, nowNanos, out).start(roster.surroundings(), lastAdverts);
        }
        roster.scripts().runDue(nowNanos, out);
    }

    @Override
    public void reconfigured(Reconfigured event) {
        if (running()) {
            new Reconfiguration(roster, nowNanos, out).to(event.settings());
        }
    }

    @Override
    public void shutdownRequested(ShutdownRequested event) {
        if (!running()) {
            return;
        }
        roster.phase = Roster.Phase.STOPPED;
        if (!event.keepAddresses()) {
            for (Instance each : roster.instances()) {
                if (each.is(VrrpState.MASTER)) {
                    Turn turn = new Turn(each, nowNanos, out);
                    turn.resign();
                    Transitions.release(turn);
                }
            }
        }
        for (SyncUnit unit : roster.units()) {
            unit.stop(nowNanos, out);
        }
    }

    private boolean running() {
        return roster.phase == Roster.Phase.RUNNING;
    }

    private void reassessAll(boolean starting) {
        for (SyncUnit each : roster.units()) {
            each.reassess(roster.surroundings(), starting, nowNanos, out);
        }
    }

    private void log(String text) {
        out.add(new RouterAction.Log(LogLevel.INFO, text));
    }
}
