package org.lvsdirector.vrrp.runtime;

import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What other threads want from the driver's thread. Handing something in never waits; what is not done at the end is cancelled. */
final class CommandQueue {
    private final Queue<Command> waiting = new ConcurrentLinkedQueue<>();
    private final Runnable waker;
    private volatile boolean ended;

    private record Command(Runnable action, Runnable cancel) {}

    /** @param waker makes the driver's thread look */
    CommandQueue(Runnable waker) {
        this.waker = waker;
    }

    /** Has something done on the driver's thread. */
    <T extends @Nullable Object> CompletableFuture<T> submit(Supplier<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        waiting.add(new Command(
                () -> result.complete(action.get()),
                () -> result.completeExceptionally(new CancellationException("the VRRP driver has ended"))));
        waker.run();
        if (ended) {
            cancelAll();
        }
        return result;
    }

    /** Does what waits, in order. */
    void runAll() {
        Command command = waiting.poll();
        while (command != null) {
            command.action().run();
            command = waiting.poll();
        }
    }

    /** Cancels what waits and what will be handed in. */
    void end() {
        ended = true;
        cancelAll();
    }

    private void cancelAll() {
        Command command = waiting.poll();
        while (command != null) {
            command.cancel().run();
            command = waiting.poll();
        }
    }
}
