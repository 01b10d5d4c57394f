package org.lvsdirector.config;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an instance believes.
 *
 * @param hmac null: advertisements are not signed
 * @param arbiter hosts of its network of which one must answer; empty: it needs none
 */
public record TrustConfig(@Nullable HmacConfig hmac, List<InetAddress> arbiter) {
    public TrustConfig {
        arbiter = List.copyOf(arbiter);
    }
}
