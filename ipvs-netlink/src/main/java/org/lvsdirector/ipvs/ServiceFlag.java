package org.lvsdirector.ipvs;

/**
 * Flags of a service that an operator sets, with their bits in {@code struct ip_vs_flags}. Persistence has a bit too, but it is
 * told by {@link VirtualService#persistence()}; the hashed bit belongs to the kernel.
 */
public enum ServiceFlag {
    ONE_PACKET(0x4),
    /** {@code flag-1}; fallback for schedulers sh and mh. */
    SCHEDULER_1(0x8),
    /** {@code flag-2}; source port included for schedulers sh and mh. */
    SCHEDULER_2(0x10),
    /** {@code flag-3}. */
    SCHEDULER_3(0x20);

    private final int bit;

    ServiceFlag(int bit) {
        this.bit = bit;
    }

    /** The bit in {@code IPVS_SVC_ATTR_FLAGS}. */
    public int bit() {
        return bit;
    }
}
