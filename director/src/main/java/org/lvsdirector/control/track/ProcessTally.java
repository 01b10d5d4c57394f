package org.lvsdirector.control.track;

import org.jspecify.annotations.Nullable;

/** Whether enough processes run, a change having lasted as long as it must. Knows no clock. */
final class ProcessTally {
    private static final int NOT_COUNTED = -1;

    private final TrackedProcess wanted;
    private int count = NOT_COUNTED;
    private boolean told;
    private @Nullable Long changeDueNanos;

    ProcessTally(TrackedProcess wanted) {
        this.wanted = wanted;
    }

    /** What a count has brought. */
    enum News {
        NONE,
        /** As many as should. */
        UP,
        DOWN
    }

    /** Takes in how many run now; the first count is news in any case. */
    News counted(int now, long nowNanos) {
        boolean first = count == NOT_COUNTED;
        count = now;
        boolean up = wanted.satisfiedBy(now);
        if (first) {
            return tell(up);
        }
        if (up == told) {
            changeDueNanos = null;
            return News.NONE;
        }
        if (changeDueNanos == null) {
            changeDueNanos = nowNanos + (up ? wanted.gainedNanos() : wanted.lostNanos());
        }
        return nowNanos - changeDueNanos >= 0 ? tell(up) : News.NONE;
    }

    private News tell(boolean up) {
        told = up;
        changeDueNanos = null;
        return up ? News.UP : News.DOWN;
    }
}
