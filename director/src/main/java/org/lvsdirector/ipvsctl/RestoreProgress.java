package org.lvsdirector.ipvsctl;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What there is to tell of a long {@code -R} or {@code apply} while it runs: on a terminal how far it is, and when it is interrupted how
 * far it came.
 */
final class RestoreProgress implements AutoCloseable {
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    /** Looking at the clock for every line would cost more than reading it. */
    private static final int LINES_PER_LOOK = 1024;

    private static final String ERASE_LINE = "\r\033[K";

    private final OutputStream errors;
    private final boolean visible;
    private final LongSupplier clock;
    private final Thread hook = new Thread(this::tellInterruption);
    private long nextNanos;
    private boolean drawn;
    private volatile int read;
    private volatile int done;
    private volatile int total = -1;

    /** @param clock in nanoseconds */
    RestoreProgress(OutputStream errors, boolean visible, LongSupplier clock) {
        this.errors = errors;
        this.visible = visible;
        this.clock = clock;
        nextNanos = clock.getAsLong() + QUIET_NANOS;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static RestoreProgress of(Surroundings surroundings) {
        return new RestoreProgress(
                surroundings.errors(), surroundings.terminal().isErrors(), System::nanoTime);
    }

    /** So many lines are read. */
    void read(int lines) {
        read = lines;
        if (visible && lines % LINES_PER_LOOK == 0 && isTime()) {
            draw(String.format(Locale.ROOT, "%,d lines read", lines));
        }
    }

    /** Everything is read and good: now so many commands are carried out. */
    void begin(int commands) {
        total = commands;
    }

    /** So many commands are carried out. */
    void done(int commands) {
        done = commands;
        if (visible && isTime()) {
            draw(String.format(Locale.ROOT, "%,d of %,d", commands, total));
        }
    }

    private boolean isTime() {
        long now = clock.getAsLong();
        if (now - nextNanos < 0) {
            return false;
        }
        nextNanos = now + STEP_NANOS;
        return true;
    }

    private void draw(String text) {
        drawn = true;
        print(ERASE_LINE + text);
    }

    /** Takes the line away, so that something else can be printed. */
    void clear() {
        if (drawn) {
            drawn = false;
            print(ERASE_LINE);
        }
    }

    private void print(String text) {
        try {
            errors.write(text.getBytes(StandardCharsets.UTF_8));
            errors.flush();
        } catch (IOException e) {
            // Nobody looks any more; the work goes on.
        }
    }

    private void tellInterruption() {
        print((drawn ? ERASE_LINE : "") + interruption() + "\n");
    }

    /** How far it came. */
    String interruption() {
        return total < 0
                ? "ipvsctl: interrupted while reading line " + (read + 1) + ": the table is as it was"
                : "ipvsctl: interrupted after at least " + done + " of " + total
                        + " commands: 'ipvsctl diff FILE' tells what is missing";
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running.
        }
    }
}
