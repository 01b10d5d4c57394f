package org.lvsdirector.control.firewall;

/**
 * Something that may be left in the kernel: for the ledger.
 *
 * @param name of the programs that know the rules, or of the set
 */
public record Trace(Kind kind, String name) {
    /** What it is. */
    public enum Kind {
        /** Rules of ours somewhere in the table that these programs know. */
        RULES,
        /** A set. */
        SET
    }
}
