package org.lvsdirector.control.parent;

import java.util.List;
import java.util.Set;
import org.lvsdirector.control.Signals;
import org.lvsdirector.control.link.Farewell;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.control.supervise.Deed;
import org.lvsdirector.control.supervise.Supervisor;
import org.lvsdirector.control.supervise.SupervisorSettings;

/**
 * Plays the way from a signal to the vrrp process's order while there is time for it: a planned handover waits for that way once, and would
 * meet its code for the first time.
 */
final class StopRehearsal {
    private static final int TIMES = 50;

    private StopRehearsal() {}

    /** Plays it; returns what would have been done at last. */
    static List<Deed> play() {
        var unused = Farewell.rehearse();
        Signals.rehearse(TIMES);
        List<Deed> deeds = List.of();
        for (int time = 0; time < TIMES; time++) {
            Supervisor supervisor = new Supervisor(SupervisorSettings.standard(true), 0);
            var unusedToo = supervisor.want(Set.of(ChildRole.VRRP), 0);
            var unusedAsWell = supervisor.ready(ChildRole.VRRP, 0);
            deeds = supervisor.stop(0, 0);
        }
        return deeds;
    }
}
