package org.lvsdirector.vrrp.settings;

import org.jspecify.annotations.Nullable;

/**
 * An interface that the process makes upon another one, to hold virtual addresses there.
 *
 * @param base the interface underneath
 * @param hardwareAddress of a macvlan, such as {@code 00:00:5e:00:01:33} (RFC 9568, section 7.3); null for an ipvlan, which has its base's
 * @param ownAddress what it has from the start; null for none
 * @param ipv6 whether it will have IPv6 addresses
 */
public record VirtualInterface(
        String name,
        String base,
        Kind kind,
        @Nullable String hardwareAddress,
        @Nullable Prefix ownAddress,
        boolean ipv6) {

    /** What it is, and whom of the same base it reaches. */
    public enum Kind {
        /** A hardware address of its own; reaches the wire alone. */
        MACVLAN,
        /** Its base's hardware address; reaches the others. */
        IPVLAN_BRIDGE,
        /** The same; reaches the wire alone. */
        IPVLAN_PRIVATE,
        /** The same; reaches the others by way of the switch outside. */
        IPVLAN_VEPA
    }

    /** {@code macvlan vrrp.51 on eth0}, for people. */
    public String text() {
        return (kind == Kind.MACVLAN ? "macvlan " : "ipvlan ") + name + " on " + base;
    }
}
