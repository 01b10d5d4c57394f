package org.lvsdirector.ipvsctl;

/**
 * What ipvsadm 1.31 does wrong where its users can see it. Scripts may have come to rely on it, so under ipvsadm's names it is done wrong
 * here too; nowhere else is there a difference between the names but in words that name the program.
 */
public enum Defect {
    /** Marks and addresses are sorted by differences cut to 32 bits, so that 200.0.0.1 may come before 10.0.0.1. */
    SIGNED_ORDER,
    /** Marks from 2^31 on are printed as negative numbers. */
    SIGNED_MARKS,
    /** All counters of real servers but those of bytes are cut to 32 bits. */
    NARROW_SERVER_COUNTERS,
    /** {@code flag-3} is not shown with the schedulers sh and mh; alone it leaves an empty list. */
    HIDDEN_FLAG_3,
    /** {@code -S} leaves out thresholds, timeouts and synchronisation daemons. */
    INCOMPLETE_SAVE,
    /** {@code -R} stops at a mistake with the lines before it done, does not say which line failed, and ends with the last one's result. */
    BLIND_RESTORE,
    /** Not even a mistake in the command line is told where there is no IPVS or no permission. */
    NOTHING_WITHOUT_IPVS
}
