package org.lvsdirector.check;

/**
 * How the real servers of a virtual service are treated together, beyond their quorum.
 *
 * @param onlyWithAddress no checks while this machine lacks the service's address; {@code ha_suspend}
 */
public record PoolPolicy(boolean onlyWithAddress) {
    /** As if nothing had been said. */
    public static final PoolPolicy USUAL = new PoolPolicy(false);
}
