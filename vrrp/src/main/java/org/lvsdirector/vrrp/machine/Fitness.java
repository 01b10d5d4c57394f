package org.lvsdirector.vrrp.machine;

import java.util.List;

/**
 * Whether an instance can serve, as its surroundings have it.
 *
 * @param faults why not; empty if nothing speaks against it
 * @param waiting whether too little is known to begin, such as a script that must succeed and has not run yet
 * @param priority effective priority, 1 to 255
 */
record Fitness(List<Fault> faults, boolean waiting, int priority) {
    Fitness {
        faults = List.copyOf(faults);
    }

    boolean faulty() {
        return !faults.isEmpty();
    }
}
