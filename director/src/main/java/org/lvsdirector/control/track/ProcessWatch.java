package org.lvsdirector.control.track;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts processes on a thread of its own, four times a second, and tells whether as many run as should. The kernel's process events would
 * be quicker, but it has them in its first namespaces alone.
 */
final class ProcessWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessWatch.class);
    private static final long PERIOD_MILLIS = 250;

    private final ObjIntConsumer<String> listener;
    private final ProcessTable table = new ProcessTable(Path.of("/proc"));
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread processes = new Thread(task, "processes");
        processes.setDaemon(true);
        return processes;
    });
    private List<TrackedProcess> wanted = List.of();
    private final Map<TrackedProcess, ProcessTally> tallies = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** @param listener told a name, and 1 or 0, on the watch's thread */
    ProcessWatch(ObjIntConsumer<String> listener) {
        this.listener = listener;
        var unused = thread.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Watches these from now on; from any thread. */
    void use(List<TrackedProcess> processes) {
        thread.execute(() -> begin(List.copyOf(processes)));
    }

    private void begin(List<TrackedProcess> processes) {
        wanted = processes;
        tallies.keySet().retainAll(processes);
        look();
    }

    private void look() {
        long now = System.nanoTime();
        table.refresh(wanted.stream().map(TrackedProcess::pattern).toList(), now);
        for (TrackedProcess each : new ArrayList<>(wanted)) {
            int count = table.count(each.pattern());
            ProcessTally.News news =
                    tallies.computeIfAbsent(each, ProcessTally::new).counted(count, now);
            Integer before = counts.put(each.name(), count);
            if (before != null && before != count) {
                LOG.info(
                        "Process {}, number of current processes changed from {} to {}, quorum {}",
                        each.name(),
                        before,
                        count,
                        each.satisfiedBy(count) ? "up" : "down");
            }
            if (news != ProcessTally.News.NONE) {
                listener.accept(each.name(), news == ProcessTally.News.UP ? 1 : 0);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
