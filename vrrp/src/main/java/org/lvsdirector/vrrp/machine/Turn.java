package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.List;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification.Subject;
import org.lvsdirector.vrrp.packet.Advertisement;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.GarpSchedule;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** One instance reacting to one event at one time: reads and replaces its state, and collects what it wants done. */
record Turn(Instance instance, Moment moment) {

    long nowNanos() {
        return moment.nowNanos();
    }

    InstanceSettings settings() {
        return instance.settings();
    }

    ElectionSettings election() {
        return instance.settings().election();
    }

    GarpSchedule garp() {
        return instance.settings().garp();
    }

    InstanceState state() {
        return instance.state();
    }

    Counters counters() {
        return instance.counters;
    }

    void enter(InstanceState next) {
        instance.enter(next, nowNanos());
    }

    void act(RouterAction action) {
        moment.act(action);
    }

    /** Logs with the instance's name in front. */
    void say(LogLevel level, String text) {
        act(new RouterAction.Log(level, "(" + settings().name() + ") " + text));
    }

    void say(String text) {
        say(LogLevel.INFO, text);
    }

    void advertise() {
        counters().advertsSent++;
        act(instance.advert(state().priority(), nowNanos()));
    }

    /** Priority 0: the others need not wait for the master-down interval. */
    void resign() {
        counters().advertsSent++;
        counters().priorityZeroSent++;
        act(instance.advert(Advertisement.PRIORITY_STOP, nowNanos()));
        say("sent 0 priority");
    }

    /** Announces all addresses, if there are any and any repeats are asked for. */
    void announce(int repeat) {
        if (repeat > 0 && !instance.addresses().isEmpty()) {
            act(new RouterAction.Announce(instance.key(), instance.addresses(), repeat));
        }
    }

    /** Once, on interfaces that advertisements do not use. */
    void announceElsewhere() {
        List<VirtualAddress> elsewhere = settings().extraAnnounced();
        if (!elsewhere.isEmpty()) {
            act(new RouterAction.Announce(instance.key(), elsewhere, 1));
        }
    }

    void tell(NotifyState state) {
        act(new SendNotification(Subject.INSTANCE, settings().name(), state, state().priority()));
    }

    void tell(Conflict conflict) {
        act(new RouterAction.TellConflict(settings().name(), conflict));
    }

    /** An instant after now, or never for a delay of 0. */
    long after(long delayNanos) {
        return delayNanos > 0 ? nowNanos() + delayNanos : VrrpRouter.NEVER;
    }

    long ownIntervalNanos() {
        return settings().advertisement().intervalNanos();
    }

    /** When the master counts as gone if nothing is heard from now on. */
    long masterDownAt(long masterIntervalNanos) {
        return nowNanos() + ElectionTimes.masterDownNanos(settings(), state().priority(), masterIntervalNanos);
    }

    static String text(InetAddress address) {
        return address.getHostAddress();
    }
}
