package org.lvsdirector.vrrp.machine;

import java.util.List;

/**
 * The present step of the router: the time, and what has been decided to do so far.
 *
 * @param actions grows in the order in which things are to be done
 */
record Moment(long nowNanos, List<RouterAction> actions) {

    Turn turn(Instance instance) {
        return new Turn(instance, this);
    }

    void act(RouterAction action) {
        actions.add(action);
    }

    void log(String text) {
        act(new RouterAction.Log(LogLevel.INFO, text));
    }
}
