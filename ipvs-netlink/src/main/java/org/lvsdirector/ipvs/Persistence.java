package org.lvsdirector.ipvs;

import org.jspecify.annotations.Nullable;

/**
 * Persistence of a service: a client (or a net of clients) keeps its real server for a while.
 *
 * @param timeoutSeconds how long a template lives after its last connection, at least 1
 * @param prefixLength how many leading bits of a client's address count: 32 or 128 for each client alone
 * @param engine persistence engine such as {@code sip}, or null for none
 */
public record Persistence(
        int timeoutSeconds, int prefixLength, @Nullable String engine) {
    public Persistence {
        if (timeoutSeconds < 1) {
            throw new IllegalArgumentException("persistence timeout " + timeoutSeconds + " is not positive");
        }
        Ranges.requireNotNegative("persistence prefix length", prefixLength);
        if (engine != null) {
            Ranges.requireName("persistence engine", engine);
        }
    }
}
