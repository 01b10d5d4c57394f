package org.lvsdirector.testing;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** How long addresses, routes and rules were away, by the kernel's own news: the lines of {@code ip -ts -o monitor}. */
public final class Absences {
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Running monitor;

    /** Of a monitor that was started with {@code -ts -o} and hears already. */
    public Absences(Running monitor) {
        this.monitor = monitor;
    }

    /**
     * Removes something until it was away for less than {@code bound} once, at most five times: a busy machine may be late now and then, a
     * timer would be late each time.
     *
     * @param fragment what stands in the news of it
     * @throws AssertionError with all absences, when none was that short, or when it does not come back
     */
    public void awaitShorterThan(Duration bound, String fragment, Runnable remove) {
        int before = of(fragment).size();
        for (int round = 1; round <= ROUNDS; round++) {
            remove.run();
            int expected = before + round;
            List<Duration> seen = Await.value(
                    "it is back: " + fragment, PATIENCE, () -> of(fragment), absences -> absences.size() >= expected);
            if (seen.get(expected - 1).compareTo(bound) < 0) {
                return;
            }
        }
        throw new AssertionError(fragment + " was away for " + of(fragment) + ", never less than " + bound);
    }

    /** From each news of a removal to the next news of its return. */
    private List<Duration> of(String fragment) {
        List<Duration> absences = new ArrayList<>();
        LocalDateTime gone = null;
        for (Line line : monitor.lines()) {
            String text = line.text();
            if (!text.contains(fragment)) {
                continue;
            }
            if (text.contains("Deleted")) {
                gone = time(text);
            } else if (gone != null) {
                absences.add(Duration.between(gone, time(text)));
                gone = null;
            }
        }
        return absences;
    }

    /** Of a line that begins with {@code [2026-11-21T12:00:00.000000]}. */
    private static LocalDateTime time(String line) {
        return LocalDateTime.parse(line.substring(line.indexOf('[') + 1, line.indexOf(']')));
    }
}
