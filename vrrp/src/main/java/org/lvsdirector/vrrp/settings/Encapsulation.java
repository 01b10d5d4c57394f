package org.lvsdirector.vrrp.settings;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What packets are wrapped into on their way.
 *
 * @param id of the tunnel, 64 bits; null for none; not for MPLS
 * @param destination of the outer header; null where the interface knows it; not for MPLS
 * @param source the same
 * @param trafficClass of the outer header, 0 to 255: TOS, or traffic class; null for the interface's
 * @param hopLimit of the outer header, 0 to 255: TTL, or hop limit; null for the usual one
 * @param flags of the tunnel; null for none; not for MPLS
 * @param labels of MPLS alone, the outermost first, each below 2^20
 */
public record Encapsulation(
        Kind kind,
        @Nullable Long id,
        @Nullable InetAddress destination,
        @Nullable InetAddress source,
        @Nullable Integer trafficClass,
        @Nullable Integer hopLimit,
        @Nullable Integer flags,
        List<Integer> labels) {

    /** The outer header; the names are rtnetlink's. */
    public enum Kind {
        IP,
        IP6,
        MPLS
    }

    public Encapsulation {
        labels = List.copyOf(labels);
    }
}
