package org.lvsdirector.control.child.checkers;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.lvsdirector.control.checkers.CheckersEngine;
import org.lvsdirector.control.child.ParentLink;

/** Has the engine's thread say once a second that it lives; a thread that only watched it would go on beating when it hangs. */
final class Beat {
    private Beat() {}

    static void every(ParentLink parent, CheckersEngine engine) {
        var clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "beat");
            thread.setDaemon(true);
            return thread;
        });
        // With a delay, not at a rate: after a pause there is nothing to make up for.
        var unused = clock.scheduleWithFixedDelay(() -> engine.post(parent::beat), 0, 1, TimeUnit.SECONDS);
    }
}
