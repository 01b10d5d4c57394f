package org.lvsdirector.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the kernel schedules the threads of this process, those that the JVM made included. Every method throws {@link LinuxException},
 * {@code EPERM} without the privilege.
 */
public final class ThreadScheduling {
    /** The thread of the JVM that collects garbage and stops the others for it, as long as the collector is the serial one. */
    public static final String COLLECTOR = "VM Thread";

    private static final Path THREADS = Path.of("/proc/self/task");
    private static final int PRIO_PROCESS = 0;
    private static final int SCHED_RR = 2;
    private static final int SCHED_RESET_ON_FORK = 0x40000000;
    private static final int RLIMIT_RTTIME = 15;
    /** {@code CPU_SETSIZE} bits. */
    private static final int MASK_BYTES = 128;

    private ThreadScheduling() {}

    /** Gives all threads this nice value; threads that they start have it too. */
    public static void nice(int nice) {
        for (int thread : threads().keySet()) {
            ProcessControl.check(
                    "set the nice value " + nice, ProcessCalls.INSTANCE.setpriority(PRIO_PROCESS, thread, nice));
        }
    }

    /** Lets all threads, and those that they start, run on these processors alone. */
    public static void restrictTo(Collection<Integer> processors) {
        byte[] mask = new byte[MASK_BYTES];
        for (int processor : processors) {
            mask[processor / Byte.SIZE] |= (byte) (1 << processor % Byte.SIZE);
        }
        for (int thread : threads().keySet()) {
            ProcessControl.check(
                    "run on processors " + processors + " alone",
                    ProcessCalls.INSTANCE.sched_setaffinity(thread, MASK_BYTES, mask));
        }
    }

    /**
     * Gives threads round-robin real-time scheduling; what they start does not inherit it.
     *
     * @param priority 1 to 99
     * @param names of the threads, as the kernel has them
     */
    public static void roundRobin(int priority, Set<String> names) {
        for (Map.Entry<Integer, String> thread : threads().entrySet()) {
            if (names.contains(thread.getValue())) {
                ProcessControl.check(
                        "set SCHED_RR priority " + priority,
                        ProcessCalls.INSTANCE.sched_setscheduler(
                                thread.getKey(), SCHED_RR | SCHED_RESET_ON_FORK, new int[] {priority}));
            }
        }
    }

    /** The kernel ends this process once a thread has run so long at real-time priority without a pause ({@code RLIMIT_RTTIME}). */
    public static void limitRealTime(long micros) {
        ProcessControl.check(
                "limit real-time scheduling to " + micros + " microseconds",
                ProcessCalls.INSTANCE.setrlimit(RLIMIT_RTTIME, new long[] {micros, micros}));
    }

    /** The threads that there are, by number, with their names. */
    private static Map<Integer, String> threads() {
        Map<Integer, String> threads = new LinkedHashMap<>();
        for (Path folder : folders()) {
            Integer number = Integer.valueOf(String.valueOf(folder.getFileName()));
            name(folder).ifPresent(name -> threads.put(number, name));
        }
        return threads;
    }

    /** Empty if the thread has ended between the two looks. */
    private static Optional<String> name(Path folder) {
        try {
            return Optional.of(Files.readString(folder.resolve("comm")).strip());
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> folders() {
        try (Stream<Path> folders = Files.list(THREADS)) {
            return folders.collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
