package org.lvsdirector.control.child.vrrp;

import java.util.Set;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.ProcessControl;
import org.lvsdirector.linux.ThreadScheduling;
import org.lvsdirector.vrrp.settings.Scheduling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the kernel for the treatment that the operator wants for this process. What it refuses is said, and the process goes on without. */
final class DriverScheduling {
    /** The driver's thread, as the kernel has it. */
    static final String DRIVER = "driver";

    private static final Logger LOG = LoggerFactory.getLogger(DriverScheduling.class);

    private DriverScheduling() {}

    /** All but the memory. On the driver's thread, or once that runs. */
    static void apply(Scheduling wanted) {
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
            // The driver waits for the collector: what holds for the one must hold for the other.
            attempt(() ->
                    ThreadScheduling.roundRobin(wanted.realTimePriority(), Set.of(DRIVER, ThreadScheduling.COLLECTOR)));
        }
    }

    /** Keeps the memory out of swap; best once everything that is needed has been touched. */
    static void lock(Scheduling wanted) {
        if (wanted.locked()) {
            attempt(ProcessControl::lockMemory);
        }
    }

    private static void attempt(Runnable request) {
        try {
            request.run();
        } catch (LinuxException refused) {
            LOG.warn("The vrrp process goes on without this: cannot {}", refused.getMessage());
        }
    }
}
