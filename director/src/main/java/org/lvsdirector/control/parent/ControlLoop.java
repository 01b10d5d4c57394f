package org.lvsdirector.control.parent;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that owns all state of the parent. Others hand it their news. */
final class ControlLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ControlLoop.class);

    private final ScheduledThreadPoolExecutor thread;
    private final Runnable onBug;

    /** @param onBug called when a task throws: the state is not to be trusted any more */
    ControlLoop(Runnable onBug) {
        this.onBug = onBug;
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread control = new Thread(task, "control");
            control.setDaemon(true);
            return control;
        });
    }

    /** Runs soon, after all that was posted before. */
    void post(Runnable task) {
        thread.execute(() -> run(task));
    }

    /** Runs once this time has passed. */
    void later(long nanos, Runnable task) {
        var unused = thread.schedule(() -> run(task), Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error bug) {
            LOG.error("Internal error; stopping", bug);
            onBug.run();
        }
    }
}
