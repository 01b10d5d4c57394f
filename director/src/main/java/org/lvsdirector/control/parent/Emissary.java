package org.lvsdirector.control.parent;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.NetworkNamespace;

/** Does something in another network namespace: a thread goes there, does it and ends. What it starts there stays there. */
final class Emissary {
    private Emissary() {}

    /** What is to be done. */
    @FunctionalInterface
    interface Errand<T> {
        T run() throws IOException;
    }

    /**
     * Waits until it is done.
     *
     * @param namespace null for here
     * @throws IOException also if there is no such namespace
     */
    static <T> T in(@Nullable String namespace, Errand<T> errand) throws IOException {
        if (namespace == null) {
            return errand.run();
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread emissary = new Thread(() -> travel(namespace, errand, done), "to " + namespace);
        emissary.start();
        try {
            return done.join();
        } catch (CompletionException failure) {
            Throwable cause = failure.getCause();
            throw new IOException(cause == null ? failure.toString() : cause.getMessage(), failure);
        }
    }

    private static <T> void travel(String namespace, Errand<T> errand, CompletableFuture<T> done) {
        try (NetworkNamespace there = NetworkNamespace.named(namespace)) {
            there.enter();
            done.complete(errand.run());
        } catch (IOException | RuntimeException failure) {
            done.completeExceptionally(failure);
        }
    }
}
