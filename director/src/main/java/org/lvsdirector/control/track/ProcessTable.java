package org.lvsdirector.control.track;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The running processes as {@code /proc} has them, zombies left out. A process is read when it is new and for a while after, since one that
 * was forked a moment ago becomes another program; later only now and then, so that a look at many old processes costs little.
 */
final class ProcessTable {
    /** So long a process counts as young. */
    private static final long YOUNG_NANOS = 2_000_000_000L;

    private static final long OLD_AGAIN_NANOS = 5_000_000_000L;

    private final Path proc;
    private final Map<String, Seen> processes = new HashMap<>();

    /** @param firstNanos when it was first seen */
    private record Seen(String comm, List<String> words, long firstNanos, long readNanos) {}

    /** @param proc where the kernel shows processes */
    ProcessTable(Path proc) {
        this.proc = proc;
    }

    /**
     * Looks again.
     *
     * @param patterns what will be counted
     */
    void refresh(List<ProcessPattern> patterns, long nowNanos) {
        boolean commandLines = patterns.stream().anyMatch(ProcessPattern::needsCommandLine);
        String[] names = proc.toFile().list((folder, name) -> isNumber(name));
        Map<String, Seen> present = new HashMap<>();
        for (String pid : names == null ? new String[0] : names) {
            Seen before = processes.get(pid);
            Seen now = before != null && isSettled(before, patterns, nowNanos)
                    ? before
                    : read(pid, before, commandLines, nowNanos);
            if (now != null) {
                present.put(pid, now);
            }
        }
        processes.clear();
        processes.putAll(present);
    }

    /** One that counts is read every time: it may have become a zombie. */
    private static boolean isSettled(Seen seen, List<ProcessPattern> patterns, long nowNanos) {
        return nowNanos - seen.firstNanos() >= YOUNG_NANOS
                && nowNanos - seen.readNanos() < OLD_AGAIN_NANOS
                && patterns.stream().noneMatch(each -> each.matches(seen.comm(), seen.words()));
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    private @Nullable Seen read(String pid, @Nullable Seen before, boolean commandLines, long nowNanos) {
        try {
            Path folder = proc.resolve(pid);
            String stat = text(folder.resolve("stat"));
            // PID (COMM) STATE ..., and a name may hold a parenthesis.
            int end = stat.lastIndexOf(')');
            if (end < 0 || stat.startsWith(") Z", end) || stat.startsWith(") X", end)) {
                return null;
            }
            String comm = stat.substring(stat.indexOf('(') + 1, end);
            List<String> words = commandLines ? words(text(folder.resolve("cmdline"))) : List.of();
            return new Seen(comm, words, before == null ? nowNanos : before.firstNanos(), nowNanos);
        } catch (IOException ended) {
            return null;
        }
    }

    /** Each word ends with a zero. */
    private static List<String> words(String commandLine) {
        List<String> words = new ArrayList<>(List.of(commandLine.split("\0", -1)));
        words.remove(words.size() - 1);
        return words;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** How many processes are meant by a pattern. */
    int count(ProcessPattern pattern) {
        int count = 0;
        for (Seen each : processes.values()) {
            if (pattern.matches(each.comm(), each.words())) {
                count++;
            }
        }
        return count;
    }
}
