package org.lvsdirector.vrrp.settings;

/**
 * What holds for all instances of the process.
 *
 * @param startDelayNanos how long after its start the process neither listens nor speaks; 0 for not at all
 * @param startAfterBootNanos how long after the machine's boot it does so; 0 for not at all
 * @param restoresAddresses whether a MASTER puts back an address that somebody else removed; if not, it resigns and stands for election
 *     anew, as keepalived does
 * @param logsUnknownVrids whether advertisements of virtual routers that are not configured here are worth a line, once for each
 * @param probesAddresses whether a MASTER asks the network who else has its addresses
 * @param silencesLocalGroups whether the machine tells nobody which groups of 224.0.0.0/24 it listens to
 * @param scheduling how the kernel is to treat the process; the machine does not care
 * @param firewall nor does it care for that; only the start of the process counts
 */
public record RouterOptions(
        long startDelayNanos,
        long startAfterBootNanos,
        boolean restoresAddresses,
        boolean logsUnknownVrids,
        boolean probesAddresses,
        boolean silencesLocalGroups,
        Scheduling scheduling,
        FirewallSettings firewall) {
    /** Begins at once, and puts addresses back. */
    public static final RouterOptions DEFAULT = new RouterOptions(0, 0, true);

    public RouterOptions {
        Ranges.require("start delay", startDelayNanos, 0, Long.MAX_VALUE);
        Ranges.require("start after boot", startAfterBootNanos, 0, Long.MAX_VALUE);
    }

    /** With the usual firewall. */
    public RouterOptions(
            long startDelayNanos,
            long startAfterBootNanos,
            boolean restoresAddresses,
            boolean logsUnknownVrids,
            boolean probesAddresses,
            boolean silencesLocalGroups,
            Scheduling scheduling) {
        this(
                startDelayNanos,
                startAfterBootNanos,
                restoresAddresses,
                logsUnknownVrids,
                probesAddresses,
                silencesLocalGroups,
                scheduling,
                FirewallSettings.USUAL);
    }

    /** With ordinary scheduling, and without a line for strangers. */
    public RouterOptions(long startDelayNanos, long startAfterBootNanos, boolean restoresAddresses) {
        this(startDelayNanos, startAfterBootNanos, restoresAddresses, false, true, false, Scheduling.ORDINARY);
    }
}
