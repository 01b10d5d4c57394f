package org.lvsdirector.vrrp.settings;

/**
 * One tracker that an instance or sync group heeds.
 *
 * @param name interface, or name of the script, file, process or session
 * @param weight 0: FAULT while down; above 0: added to the priority while up; below 0: added (so subtracted) while down; -253 to 253. For a
 *     file it multiplies the number; what is then -254 or less is a FAULT, and 0 makes any number but 0 one
 * @param reverse whether up and down, or the signs of numbers, change places
 */
public record Tracked(TrackerKind kind, String name, int weight, boolean reverse) {

    /** A script by its name. */
    public static Tracked script(String name, int weight) {
        return new Tracked(TrackerKind.SCRIPT, name, weight, false);
    }

    /** An interface whose loss is a fault. */
    public static Tracked link(String name) {
        return new Tracked(TrackerKind.INTERFACE, name, 0, false);
    }

    /** The same, but its loss is a fault. */
    public Tracked unweighted() {
        return new Tracked(kind, name, 0, reverse);
    }
}
