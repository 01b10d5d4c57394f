package org.lvsdirector.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lvsdirector.linux.NetworkNamespace;

/** Runs code of this JVM inside a simulated machine's network; sockets that it opens live there for good, on whatever thread they are used. */
public final class NetworkThread {
    private NetworkThread() {}

    /** Calls {@code work} on a new thread in the machine's network and returns what it returns, or throws what it throws. */
    public static <T> T call(Host host, Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        start(host, () -> {
            try {
                result.complete(work.call());
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new AssertionError(host + ": " + e.getCause(), e.getCause());
        }
    }

    /** Starts {@code work} on a new thread in the machine's network. */
    public static Thread start(Host host, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try (NetworkNamespace namespace = NetworkNamespace.open(host.networkNamespace())) {
                        namespace.enter();
                    }
                    work.run();
                },
                "network of " + host);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
