package org.lvsdirector.control.checkers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a thread has used of the processors, and how long it stood in the queue for one: what the machine, and not the program, adds to its times.
 *
 * @param usedNanos on a processor
 * @param queuedNanos able to run, but without a processor
 */
record ProcessorTime(long usedNanos, long queuedNanos) {
    /** Of the calling thread up to now. */
    static ProcessorTime now() throws IOException {
        String[] words =
                Files.readString(Path.of("/proc/thread-self/schedstat")).strip().split(" ", -1);
        return new ProcessorTime(Long.parseLong(words[0]), Long.parseLong(words[1]));
    }

    ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(usedNanos - earlier.usedNanos, queuedNanos - earlier.queuedNanos);
    }
}
