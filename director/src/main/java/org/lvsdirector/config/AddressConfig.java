package org.lvsdirector.config;

import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A line of {@code virtual_ipaddress} or {@code virtual_ipaddress_excluded}.
 *
 * @param prefixLength 0 to 32 or 128; a single host when the line gives none
 * @param device null: the instance's own interface
 * @param scope the kernel's number ({@code rtm_scope}): 0 global, 200 site, 253 link, 254 host, 255 nowhere
 * @param broadcast null: none
 * @param label null: none; IPv4 alone
 * @param peer the other end of a point-to-point link, which the prefix length then belongs to; null: none
 * @param preferredSeconds preferred lifetime; null: the usual one, which is 0 for a single IPv6 address
 * @param trackGroup null: none; of a static address alone
 */
public record AddressConfig(
        InetAddress address,
        int prefixLength,
        @Nullable String device,
        int scope,
        @Nullable InetAddress broadcast,
        @Nullable String label,
        @Nullable InetAddress peer,
        @Nullable Long preferredSeconds,
        Set<AddressOption> options,
        SourcePlace place,
        @Nullable GroupReference trackGroup) {
    public AddressConfig {
        options = Set.copyOf(options);
    }

    /** The same on a device. */
    public AddressConfig on(String other) {
        return new AddressConfig(
                address,
                prefixLength,
                other,
                scope,
                broadcast,
                label,
                peer,
                preferredSeconds,
                options,
                place,
                trackGroup);
    }

    /** An address with nothing unusual about it. */
    public AddressConfig(
            InetAddress address,
            int prefixLength,
            @Nullable String device,
            int scope,
            @Nullable InetAddress broadcast,
            @Nullable String label,
            SourcePlace place) {
        this(address, prefixLength, device, scope, broadcast, label, null, null, Set.of(), place, null);
    }
}
