package org.lvsdirector.control.parent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.effective.ConfigurationText;
import org.lvsdirector.control.files.History;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which configuration runs, by its number in the history, and the way back to the one before while it is on trial. Used by the control
 * thread alone, but for {@link #began} and {@link #stage}. A history that cannot be written is told and hinders nothing.
 */
final class Versions {
    private static final Logger LOG = LoggerFactory.getLogger(Versions.class);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final History history;
    private final ControlLoop loop;
    private final Confirmation confirmation = new Confirmation();
    /** What runs since the start, as long as it has no number. */
    private @Nullable ConfigurationText first;
    /** The number of what runs; 0 where it has none. */
    private volatile int running;

    /** @param first what runs since the start */
    Versions(History history, ControlLoop loop, ConfigurationText first) {
        this.history = history;
        this.loop = loop;
        this.first = first;
    }

    /** Numbers what runs since the start, unless that is done. Not before it runs: a table waits for nothing that can come later. */
    synchronized void began() {
        ConfigurationText text = first;
        first = null;
        History.Staged begun = text == null ? null : lay(text);
        try {
            running = begun == null ? running : begun.keep();
        } catch (IOException failure) {
            notWritten(failure);
        }
    }

    /** Lays the text of a configuration beside the history, until it has a number; null where that cannot be done. */
    synchronized History.@Nullable Staged stage(ConfigurationText text) {
        began();
        return lay(text);
    }

    private History.@Nullable Staged lay(ConfigurationText text) {
        try {
            return history.stage(text);
        } catch (IOException failure) {
            notWritten(failure);
            return null;
        }
    }

    /** Numbers what runs now. A trial under way is over: what was on trial has been replaced. */
    Changed nowRuns(History.@Nullable Staged staged) {
        int before = running;
        confirmation.confirm();
        running = 0;
        try {
            running = staged == null ? 0 : staged.keep();
            return new Changed(before, history.file(before).orElse(null));
        } catch (IOException failure) {
            notWritten(failure);
            return new Changed(before, null);
        }
    }

    /**
     * What ran before.
     *
     * @param file null where there is no way back to it
     */
    record Changed(int before, @Nullable Path file) {}

    /**
     * What runs now is on trial.
     *
     * @param revert takes what is to run again if nobody confirms
     * @return what to tell of it; nothing where there is no way back
     */
    String onTrial(Changed changed, int seconds, Consumer<Path> revert) {
        Path file = changed.file();
        if (file == null) {
            return "";
        }
        long trial = confirmation.begin(file);
        loop.later(seconds * NANOS_PER_SECOND, () -> confirmation.expired(trial).ifPresent(back -> {
            LOG.warn(
                    "Not confirmed within {} s: configuration {} of the history runs again", seconds, changed.before());
            revert.accept(back);
        }));
        return "; without 'director confirm' within " + seconds + " s configuration " + changed.before()
                + " of the history runs again";
    }

    /** What is on trial stays; false where nothing is. */
    boolean confirm() {
        return confirmation.confirm();
    }

    /** The number of what runs; 0 where it has none. */
    int running() {
        return running;
    }

    /** The file of a configuration that ran. */
    Optional<Path> file(int number) throws IOException {
        return history.file(number);
    }

    private static void notWritten(IOException failure) {
        LOG.warn("The history of configurations cannot be written: {}", failure.toString());
    }
}
