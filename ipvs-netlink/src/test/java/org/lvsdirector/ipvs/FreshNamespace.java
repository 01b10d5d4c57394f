package org.lvsdirector.ipvs;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lvsdirector.linux.NetworkNamespace;
import org.lvsdirector.testing.Commands;

/**
 * Runs code on a thread of its own in a new network namespace whose interfaces are up: with the loopback one down, the kernel takes no
 * address for a real server's. Sockets opened there stay there, and keep the namespace alive; commands started there run there.
 */
final class FreshNamespace {
    /** An interface with routes for multicast, which the loopback interface has not. */
    static final String INTERFACE = "sync0";

    private FreshNamespace() {}

    static <T> T call(Callable<T> body) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                NetworkNamespace.unshare();
                Commands.run("ip", "link", "set", "lo", "up").orFail();
                Commands.run("ip", "link", "add", INTERFACE, "up", "type", "dummy")
                        .orFail();
                result.complete(body.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        thread.start();
        try {
            return result.join();
        } catch (CompletionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
