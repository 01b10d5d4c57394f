package org.lvsdirector.reconcile;

import java.util.List;
import org.lvsdirector.plan.Ownership;

/**
 * Remembers across processes what in the kernel's table is ours. Written before the kernel is changed, so that it may name what is not
 * there, but never lacks what is.
 */
public interface OwnershipLedger {

    /**
     * What was written last; owns nothing if nothing ever was.
     *
     * @param problems why the ledger cannot be believed, for the log; it owns nothing then
     */
    record Reading(Ownership ownership, List<String> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** Reads; a broken ledger is a value, not an exception. */
    Reading read();

    /**
     * Replaces all that was written before.
     *
     * @throws java.io.UncheckedIOException if it cannot be written; what was there stays
     */
    void write(Ownership ownership);
}
