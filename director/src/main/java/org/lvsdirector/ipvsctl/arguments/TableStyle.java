package org.lvsdirector.ipvsctl.arguments;

/**
 * How a table is to be listed.
 *
 * @param numeric addresses and ports as numbers, without asking for names
 * @param exact counters in full instead of in thousands or millions
 * @param sorted by mark, family, protocol, address and port instead of in the kernel's order
 * @param json everything, whatever the view
 */
public record TableStyle(View view, boolean numeric, boolean exact, boolean sorted, boolean json) {

    /** The columns of a listing. */
    public enum View {
        CONFIGURATION,
        STATS,
        RATE,
        THRESHOLDS,
        PERSISTENT_CONNECTIONS,
        TUNNELS
    }

    /** What a command line without any switch lists. */
    public static final TableStyle PLAIN = new TableStyle(View.CONFIGURATION, false, false, true, false);
}
