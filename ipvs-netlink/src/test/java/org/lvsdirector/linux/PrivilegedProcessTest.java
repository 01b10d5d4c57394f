package org.lvsdirector.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls that need root, each on a thread that ends afterwards and takes the change with it. */
@Tag("netns")
class PrivilegedProcessTest {
    private static final Path THREAD_NAMESPACE = Path.of("/proc/thread-self/ns/net");

    @Test
    void aThreadEntersANewNamespaceAndComesBack() throws Exception {
        onItsOwnThread(() -> {
            try (NetworkNamespace home = NetworkNamespace.current()) {
                Path homeLink = Files.readSymbolicLink(THREAD_NAMESPACE);
                NetworkNamespace.unshare();
                assertFalse(homeLink.equals(Files.readSymbolicLink(THREAD_NAMESPACE)));
                assertEquals(1, NetworkInterfaces.index("lo").orElseThrow());
                home.enter();
                assertEquals(homeLink, Files.readSymbolicLink(THREAD_NAMESPACE));
            }
        });
    }

    @Test
    void realTimeSchedulingIsNotInherited() throws Exception {
        onItsOwnThread(() -> {
            ProcessControl.setRoundRobin(10);
            assertEquals(2, schedulingPolicy(), "SCHED_RR");
            assertEquals(0, schedulingPolicyOfAChild(), "SCHED_OTHER");
        });
    }

    @Test
    void memoryIsLockedOnlyWhereItIsTouched() throws IOException {
        ProcessControl.lockMemory();
        try {
            long lockedKb = statusKb("VmLck:");
            assertTrue(lockedKb > 0);
            assertTrue(statusKb("VmRSS:") < lockedKb, "untouched pages stay out of memory");
        } finally {
            ProcessControl.unlockMemory();
        }
    }

    @Test
    void niceValueOfTheThread() throws Exception {
        onItsOwnThread(() -> {
            ProcessControl.setPriority(-5);
            assertEquals("-5", statField(18)); // field 19 of proc(5)
        });
    }

    private interface Body {
        void run() throws Exception;
    }

    private static void onItsOwnThread(Body body) throws Exception {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                body.run();
            } catch (Throwable thrown) {
                failure.set(thrown);
            }
        });
        thread.start();
        thread.join();
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError(thrown);
        }
    }

    private static int schedulingPolicy() throws IOException {
        return Integer.parseInt(statField(40)); // field 41 of proc(5)
    }

    private static int schedulingPolicyOfAChild() throws IOException {
        Process child = new ProcessBuilder("cat", "/proc/self/stat").start();
        return Integer.parseInt(fields(new String(child.getInputStream().readAllBytes(), UTF_8))[40]);
    }

    private static String statField(int index) throws IOException {
        return fields(Files.readString(Path.of("/proc/thread-self/stat")))[index];
    }

    /** The thread's name is in parentheses and may have spaces: counted from behind it. */
    private static String[] fields(String stat) {
        return ("0 0" + stat.substring(stat.lastIndexOf(')') + 1)).split(" ", -1);
    }

    private static long statusKb(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
