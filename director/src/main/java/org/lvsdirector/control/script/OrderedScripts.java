package org.lvsdirector.control.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Runs scripts of one key (a VRRP instance, a group) strictly one after the other, those of different keys side by side. keepalived gives no
 * such order, and scripts that set up MASTER after they have torn down for BACKUP are the price.
 *
 * <p>A script that takes longer than the patience does not hold back the next one; it goes on running beside it.
 */
public final class OrderedScripts {
    private final ScriptLauncher launcher;
    private final long patienceNanos;
    private final BiConsumer<ScriptRun, ScriptOutcome> listener;
    private final Map<String, Deque<ScriptRun>> waiting = new HashMap<>();

    /**
     * @param patienceNanos how long one script may hold back the next
     * @param listener told of every outcome, from a thread of the launcher
     */
    public OrderedScripts(ScriptLauncher launcher, long patienceNanos, BiConsumer<ScriptRun, ScriptOutcome> listener) {
        this.launcher = launcher;
        this.patienceNanos = patienceNanos;
        this.listener = listener;
    }

    /** Runs after all earlier ones of the same key. */
    public synchronized void submit(String key, ScriptRun run) {
        Deque<ScriptRun> queue = waiting.get(key);
        if (queue == null) {
            waiting.put(key, new ArrayDeque<>());
            start(key, run);
        } else {
            queue.add(run);
        }
    }

    /** Whether no script runs or waits. */
    public synchronized boolean idle() {
        return waiting.isEmpty();
    }

    private void start(String key, ScriptRun run) {
        CompletableFuture<ScriptOutcome> outcome = launcher.start(run);
        var unused = outcome.whenComplete((result, failure) -> listener.accept(run, result));
        var unusedToo = outcome.thenAccept(result -> {})
                .completeOnTimeout(null, patienceNanos, TimeUnit.NANOSECONDS)
                .thenRun(() -> next(key));
    }

    private synchronized void next(String key) {
        Deque<ScriptRun> queue = waiting.get(key);
        ScriptRun run = queue == null ? null : queue.poll();
        if (run == null) {
            waiting.remove(key);
        } else {
            start(key, run);
        }
    }
}
