package org.lvsdirector.check;

/**
 * How the real servers of a virtual service are treated together, beyond their quorum.
 *
 * @param floor with fewer healthy real servers than this none more is taken out: the last good set is kept; 0 for off
 * @param slowStartNanos how long a real server that has come back takes to get its whole weight, 0 for off
 * @param onlyWithAddress no checks while this machine lacks the service's address; {@code ha_suspend}
 */
public record PoolPolicy(boolean onlyWithAddress, int floor, long slowStartNanos) {
    /** As if nothing had been said. */
    public static final PoolPolicy USUAL = new PoolPolicy(false, 0, 0);
}
