package org.lvsdirector.testing;

import java.time.Duration;
import java.util.List;

/** A running tcpdump: one line a packet, numbers instead of names, the kernel's time in seconds of the epoch in front. */
public final class Capture implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Running tcpdump;

    Capture(Host host, String interfaceName, String filter) {
        tcpdump = host.start("tcpdump", "-l", "-n", "-tt", "-v", "--immediate-mode", "-i", interfaceName, filter);
        tcpdump.awaitLine("listening on", START_LIMIT);
    }

    /** What was recorded so far; a packet's second line, if it has one, begins with white space. */
    public List<Line> lines() {
        return tcpdump.lines();
    }

    /** Waits for a line that contains {@code fragment}; one already recorded counts. */
    public Line awaitLine(String fragment, Duration limit) {
        return tcpdump.awaitLine(fragment, limit);
    }

    /** Waits for a line that contains {@code fragment} and has at least {@code index} lines before it. */
    public Line awaitLineAfter(int index, String fragment, Duration limit) {
        return tcpdump.awaitLineAfter(index, fragment, limit);
    }

    @Override
    public void close() {
        tcpdump.close();
    }
}
