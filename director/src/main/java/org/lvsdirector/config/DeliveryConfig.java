package org.lvsdirector.config;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where adverts go and come from.
 *
 * @param source {@code mcast_src_ip} or {@code unicast_src_ip}; null: the interface's own first address
 * @param trackSource the instance is at FAULT while {@code source} is not on the interface
 * @param group multicast destination, by default {@code 224.0.0.18} or {@code ff02::12}
 * @param unicast null: multicast
 */
public record DeliveryConfig(
        @Nullable InetAddress source,
        boolean trackSource,
        InetAddress group,
        @Nullable UnicastConfig unicast,
        V3Checksum checksum) {

    /** What the checksum of version 3 over IPv4 covers. */
    public enum V3Checksum {
        /** A pseudo header too; over unicast in keepalived's old way once a peer is heard to use it. */
        STANDARD,
        /** {@code old_unicast_checksum never}. */
        NEVER_OLD_UNICAST,
        /** {@code v3_checksum_as_v2}: the message alone. */
        AS_VERSION_2,
        /** {@code old_unicast_checksum}: as keepalived up to 1.3.6 had it. */
        OLD_UNICAST
    }
}
