package org.lvsdirector.ipvs;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A virtual service as configured: what {@link Ipvs} is asked to make and what a dump gives back.
 *
 * @param scheduler name such as {@code wrr}, 1 to 15 bytes; {@code none} for no scheduler
 * @param persistence null when each connection is scheduled on its own
 */
public record VirtualService(
        ServiceKey key,
        String scheduler,
        Set<ServiceFlag> flags,
        @Nullable Persistence persistence) {
    public VirtualService {
        flags = Set.copyOf(flags);
        Ranges.requireName("scheduler", scheduler);
        if (persistence != null) {
            Ranges.requireWithin(
                    "persistence prefix length",
                    persistence.prefixLength(),
                    key.family().addressBits());
        }
    }
}
