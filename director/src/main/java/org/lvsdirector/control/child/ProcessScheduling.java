package org.lvsdirector.control.child;

import java.util.Set;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.ProcessControl;
import org.lvsdirector.linux.ThreadScheduling;
import org.lvsdirector.vrrp.settings.Scheduling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the kernel for the treatment that the operator wants for this process. What it refuses is said, and the process goes on without. */
public final class ProcessScheduling {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessScheduling.class);

    private final String process;
    private final String thread;

    /**
     * @param process its word in messages
     * @param thread that everything waits for, as the kernel names it
     */
    public ProcessScheduling(String process, String thread) {
        this.process = process;
        this.thread = thread;
    }

    /** All but the memory. On that thread, or once it runs. */
    public void apply(Scheduling wanted) {
        Integer nice = wanted.nice();
        if (nice != null) {
            attempt(() -> ThreadScheduling.nice(nice));
        }
        if (!wanted.processors().isEmpty()) {
            attempt(() -> ThreadScheduling.restrictTo(wanted.processors()));
        }
        if (wanted.realTimeLimitMicros() > 0) {
            attempt(() -> ThreadScheduling.limitRealTime(wanted.realTimeLimitMicros()));
        }
        if (wanted.realTimePriority() > 0) {
            // That thread waits for the collector: what holds for the one must hold for the other.
            attempt(() ->
                    ThreadScheduling.roundRobin(wanted.realTimePriority(), Set.of(thread, ThreadScheduling.COLLECTOR)));
        }
    }

    /** Keeps the memory out of swap; best once everything that is needed has been touched. */
    public void lock(Scheduling wanted) {
        if (wanted.locked()) {
            attempt(ProcessControl::lockMemory);
        }
    }

    private void attempt(Runnable request) {
        try {
            request.run();
        } catch (LinuxException refused) {
            LOG.warn("The {} process goes on without this: cannot {}", process, refused.getMessage());
        }
    }
}
