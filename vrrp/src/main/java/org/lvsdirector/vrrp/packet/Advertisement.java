package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.util.List;

/**
 * One VRRP advertisement, without the IP header that carries it (RFC 3768 and 9568, section 5.1).
 *
 * @param vrid virtual router id, 1 to 255
 * @param priority 0 (the master resigns) to 255 (it owns the addresses)
 * @param intervalCentis advertisement interval in hundredths of a second; on the wire version 2 has whole seconds in 8 bits, version 3
 *     hundredths in 12
 * @param authentication always {@link Authentication#NONE} in version 3
 * @param addresses virtual addresses, all of one family, at most 255, in the sender's order
 */
public record Advertisement(
        VrrpVersion version,
        int vrid,
        int priority,
        int intervalCentis,
        Authentication authentication,
        List<InetAddress> addresses) {
    /** Priority of a master that resigns (RFC 3768, section 5.3.4). */
    public static final int PRIORITY_STOP = 0;

    /** Priority of the router that owns the addresses. */
    public static final int PRIORITY_OWNER = 255;

    /** Most addresses that the count field can say. */
    public static final int MAX_ADDRESSES = 255;

    /** Nanoseconds in the unit of {@link #intervalCentis}. */
    public static final long NANOS_PER_CENTI = 10_000_000;

    public Advertisement {
        if (vrid < 1 || vrid > 255) {
            throw new IllegalArgumentException("virtual router id " + vrid + " is outside 1 to 255");
        }
        if (priority < PRIORITY_STOP || priority > PRIORITY_OWNER) {
            throw new IllegalArgumentException("priority " + priority + " is outside 0 to 255");
        }
        if (addresses.size() > MAX_ADDRESSES) {
            throw new IllegalArgumentException(addresses.size() + " addresses do not fit in one advertisement");
        }
        addresses = List.copyOf(addresses);
    }

    /** The interval in nanoseconds. */
    public long intervalNanos() {
        return intervalCentis * NANOS_PER_CENTI;
    }
}
