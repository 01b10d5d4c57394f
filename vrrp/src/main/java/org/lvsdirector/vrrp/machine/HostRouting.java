package org.lvsdirector.vrrp.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lvsdirector.vrrp.machine.RouterAction.AddRouting;
import org.lvsdirector.vrrp.machine.RouterAction.RemoveRouting;
import org.lvsdirector.vrrp.settings.HostSettings;
import org.lvsdirector.vrrp.settings.RouteEntry;
import org.lvsdirector.vrrp.settings.RoutingEntry;

/** The routes and rules of an instance: a MASTER has them, routes before rules; they go in the opposite order. */
final class HostRouting {
    private HostRouting() {}

    static void set(Turn turn) {
        add(turn, turn.settings().host().routing());
    }

    static void remove(Turn turn) {
        remove(turn, turn.settings().host().routing());
    }

    /** After a reload, while MASTER: what is no longer wanted goes first, so that what has changed can take its place. */
    static void removeOld(Turn turn, HostSettings before) {
        remove(turn, without(before.routing(), turn.settings().host().routing()));
    }

    /** After a reload, while MASTER, and once the new addresses are there. */
    static void addNew(Turn turn, HostSettings before) {
        add(turn, without(turn.settings().host().routing(), before.routing()));
    }

    private static void add(Turn turn, List<RoutingEntry> entries) {
        if (!entries.isEmpty()) {
            say(turn, "setting", entries);
            turn.act(new AddRouting(turn.instance().key(), entries));
        }
    }

    private static void remove(Turn turn, List<RoutingEntry> entries) {
        if (!entries.isEmpty()) {
            List<RoutingEntry> backwards = new ArrayList<>(entries);
            Collections.reverse(backwards);
            say(turn, "removing", backwards);
            turn.act(new RemoveRouting(turn.instance().key(), List.copyOf(backwards)));
        }
    }

    private static void say(Turn turn, String verb, List<RoutingEntry> entries) {
        boolean routes = entries.stream().anyMatch(RouteEntry.class::isInstance);
        boolean rules = !entries.stream().allMatch(RouteEntry.class::isInstance);
        String what = routes && rules ? "Virtual Routes and Rules" : routes ? "Virtual Routes" : "Virtual Rules";
        turn.say(LogLevel.DETAIL, verb + " " + what);
    }

    private static List<RoutingEntry> without(List<RoutingEntry> all, List<RoutingEntry> others) {
        List<RoutingEntry> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return List.copyOf(rest);
    }
}
