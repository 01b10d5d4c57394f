package org.lvsdirector.vrrp.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.vrrp.machine.RouterEvent.AddressAnswered;
import org.lvsdirector.vrrp.machine.RouterEvent.AddressRemoved;
import org.lvsdirector.vrrp.machine.RouterEvent.LinkChanged;
import org.lvsdirector.vrrp.machine.RouterEvent.PacketReceived;
import org.lvsdirector.vrrp.machine.RouterEvent.Reconfigured;
import org.lvsdirector.vrrp.machine.RouterEvent.RoutingRestored;
import org.lvsdirector.vrrp.machine.RouterEvent.ScriptFinished;
import org.lvsdirector.vrrp.machine.RouterEvent.ShutdownRequested;
import org.lvsdirector.vrrp.machine.RouterEvent.SourceAddressChanged;
import org.lvsdirector.vrrp.machine.RouterEvent.Started;
import org.lvsdirector.vrrp.machine.RouterEvent.TrackerRead;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.RouterOptions;

/** One step of the router: finds whom an event concerns. */
record RouterStep(Roster roster, Moment moment) implements RouterEvent.Handler {
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public void packetReceived(PacketReceived event) {
        Instance instance = roster.find(event.instance());
        SyncUnit unit = roster.unitOf(event.instance());
        if (running() && instance != null && unit != null) {
            unit.received(moment, instance, event.packet());
        }
    }

    @Override
    public void deadlineReached() {
        if (roster.phase == Roster.Phase.WAITING && roster.beginNanos <= moment.nowNanos()) {
            begin(List.of());
        }
        if (running()) {
            for (SyncUnit each : roster.units()) {
                each.timersDue(moment);
            }
            roster.scripts().runDue(moment);
            if (roster.surroundings().links().settle(moment.nowNanos())) {
                reassessAll();
            }
        }
    }

    @Override
    public void linkChanged(LinkChanged event) {
        Links links = roster.surroundings().links();
        LinkState before = links.state(event.interfaceName());
        boolean news = links.see(event.interfaceName(), event.state(), moment.nowNanos());
        if (!news || !running()) {
            return;
        }
        moment.log(
                event.state() == LinkState.MISSING
                        ? "Interface " + event.interfaceName() + " deleted"
                        : "Netlink reports " + event.interfaceName()
                                + (event.state() == LinkState.UP ? " up" : " down"));
        if (links.state(event.interfaceName()) != before) {
            reassessAll();
        }
    }

    @Override
    public void trackerRead(TrackerRead event) {
        boolean news = roster.surroundings().readings().read(event.kind(), event.name(), event.value());
        if (news && running()) {
            reassessAll();
        }
    }

    @Override
    public void sourceAddressChanged(SourceAddressChanged event) {
        roster.surroundings().source(event.instance(), event.address());
        SyncUnit unit = roster.unitOf(event.instance());
        if (unit != null && running()) {
            unit.reassess(moment, roster.surroundings(), false);
        }
    }

    @Override
    public void addressRemoved(AddressRemoved event) {
        boolean told = false;
        for (SyncUnit unit : roster.units()) {
            if (running() && unit.members().stream().anyMatch(each -> holds(each, event))) {
                if (!told) {
                    moment.log("Netlink reflector reports IP " + Turn.text(event.address()) + " removed from "
                            + event.interfaceName());
                    told = true;
                }
                restoreOrYield(unit, event);
            }
        }
    }

    private void restoreOrYield(SyncUnit unit, AddressRemoved event) {
        if (!roster.settings().options().restoresAddresses()) {
            unit.addressLost(moment);
            return;
        }
        for (Instance each : unit.members()) {
            if (holds(each, event)) {
                AddressRestoration.of(moment.turn(each), event);
            }
        }
    }

    private static boolean holds(Instance instance, AddressRemoved event) {
        if (!instance.is(VrrpState.MASTER)) {
            return false;
        }
        return !AddressRestoration.concerned(instance, event).isEmpty();
    }

    @Override
    public void addressAnswered(AddressAnswered event) {
        for (SyncUnit unit : roster.units()) {
            for (Instance each : unit.members()) {
                if (running() && Claims.concerns(each, event.interfaceName(), event.address())) {
                    each.claims.answered(moment.turn(each), event.address(), event.hardware());
                }
            }
        }
    }

    @Override
    public void routingRestored(RoutingRestored event) {
        Instance instance = roster.find(event.instance());
        SyncUnit unit = roster.unitOf(event.instance());
        if (!running() || instance == null || unit == null || !instance.is(VrrpState.MASTER)) {
            return;
        }
        moment.turn(instance)
                .say(LogLevel.WARNING, "put back " + event.entry().text() + ", which somebody else removed");
        if (!roster.settings().options().restoresAddresses()) {
            unit.addressLost(moment);
        }
    }

    @Override
    public void scriptFinished(ScriptFinished event) {
        boolean news = roster.scripts().finished(event.script(), event.outcome(), moment);
        if (news && running()) {
            reassessAll();
        }
    }

    @Override
    public void started(Started event) {
        if (roster.phase != Roster.Phase.BEFORE_START) {
            return;
        }
        RouterOptions options = roster.settings().options();
        long notBefore = Math.max(moment.nowNanos() + options.startDelayNanos(), options.startAfterBootNanos());
        // A mastery that is taken up again cannot wait: that would be the end of it.
        if (!event.resumptions().isEmpty() || notBefore <= moment.nowNanos()) {
            begin(event.resumptions());
            return;
        }
        roster.phase = Roster.Phase.WAITING;
        roster.beginNanos = notBefore;
        moment.log(
                String.format("Delaying startup for %.3f seconds", (notBefore - moment.nowNanos()) / NANOS_PER_SECOND));
    }

    private void begin(List<Resumption> resumptions) {
        roster.phase = Roster.Phase.RUNNING;
        roster.scripts().configure(roster.settings(), moment.nowNanos());
        Map<InstanceKey, Long> lastAdverts = new HashMap<>();
        resumptions.forEach(each -> lastAdverts.put(each.instance(), each.lastAdvertNanos()));
        for (SyncUnit unit : roster.units()) {
            new Launch(unit, moment).start(roster.surroundings(), lastAdverts);
        }
        roster.scripts().runDue(moment);
    }

    @Override
    public void reconfigured(Reconfigured event) {
        if (roster.phase == Roster.Phase.WAITING) {
            begin(List.of()); // what waits is gone over with the rest
        }
        if (running()) {
            new Reconfiguration(roster, moment).to(event.settings());
        }
    }

    @Override
    public void shutdownRequested(ShutdownRequested event) {
        if (!running()) {
            roster.phase = Roster.Phase.STOPPED;
            return;
        }
        roster.phase = Roster.Phase.STOPPED;
        if (!event.keepAddresses()) {
            for (Instance each : roster.instances()) {
                if (each.is(VrrpState.MASTER)) {
                    Turn turn = moment.turn(each);
                    turn.resign();
                    Transitions.release(turn);
                }
            }
        }
        for (SyncUnit unit : roster.units()) {
            unit.stop(moment);
        }
    }

    private boolean running() {
        return roster.phase == Roster.Phase.RUNNING;
    }

    private void reassessAll() {
        for (SyncUnit each : roster.units()) {
            each.reassess(moment, roster.surroundings(), false);
        }
    }
}
