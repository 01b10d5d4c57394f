package org.lvsdirector.control.parent;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A configuration on trial: unless somebody confirms it in time, the one before runs again. */
final class Confirmation {
    private @Nullable Path before;
    private long trial;

    /** A trial begins; one that is under way is over, and its configuration stays. */
    long begin(Path runsAgain) {
        before = runsAgain;
        return ++trial;
    }

    /** Ends the trial, and with it the way back. Whether there was one. */
    boolean confirm() {
        boolean waited = before != null;
        before = null;
        return waited;
    }

    /** The time of a trial is over: what to run again, if it was not confirmed. */
    Optional<Path> expired(long which) {
        if (which != trial) {
            return Optional.empty();
        }
        Optional<Path> back = Optional.ofNullable(before);
        before = null;
        return back;
    }
}
