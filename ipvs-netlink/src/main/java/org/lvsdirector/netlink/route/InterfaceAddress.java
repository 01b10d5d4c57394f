package org.lvsdirector.netlink.route;

import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An IP address on a link ({@code struct ifaddrmsg} and its attributes).
 *
 * @param linkIndex {@code ifa_index}
 * @param local {@code IFA_LOCAL}, the address itself
 * @param prefixLength {@code ifa_prefixlen}: 0 to 32, or 0 to 128 for IPv6
 * @param peer {@code IFA_ADDRESS} where it differs from {@code local}: the far end of a point-to-point link; null for none
 * @param broadcast {@code IFA_BROADCAST}, IPv4 only; null for none
 * @param scope {@code ifa_scope}, {@code RT_SCOPE_*} of {@code linux/rtnetlink.h}: 0 to 255
 * @param label {@code IFA_LABEL}, IPv4 only: the interface's name, or that and a colon and more; empty to let the kernel choose
 * @param flags {@code IFA_FLAGS}
 * @param preferredSeconds {@code ifa_prefered}: how long it may still be chosen as a source; {@link #FOREVER}, 0 for never
 * @param validSeconds {@code ifa_valid}: how long it still lives; {@link #FOREVER}, never 0
 */
public record InterfaceAddress(
        int linkIndex,
        InetAddress local,
        int prefixLength,
        @Nullable InetAddress peer,
        @Nullable InetAddress broadcast,
        int scope,
        String label,
        Set<AddressFlag> flags,
        long preferredSeconds,
        long validSeconds) {
    /** A lifetime without end ({@code INFINITY_LIFE_TIME}). */
    public static final long FOREVER = 0xffff_ffffL;

    /** {@code RT_SCOPE_UNIVERSE}. */
    public static final int SCOPE_GLOBAL = 0;
    /** {@code RT_SCOPE_SITE}. */
    public static final int SCOPE_SITE = 200;
    /** {@code RT_SCOPE_LINK}. */
    public static final int SCOPE_LINK = 253;
    /** {@code RT_SCOPE_HOST}. */
    public static final int SCOPE_HOST = 254;
    /** {@code RT_SCOPE_NOWHERE}. */
    public static final int SCOPE_NOWHERE = 255;

    public InterfaceAddress {
        flags = Set.copyOf(flags);
        int widest = local.getAddress().length * Byte.SIZE;
        if (prefixLength < 0 || prefixLength > widest) {
            throw new IllegalArgumentException(
                    "prefix length " + prefixLength + " of " + local + " is not 0 to " + widest);
        }
    }

    /** An address of global scope that lives for ever, with no label, peer or broadcast address of its own. */
    public static InterfaceAddress of(int linkIndex, InetAddress local, int prefixLength) {
        return new InterfaceAddress(
                linkIndex, local, prefixLength, null, null, SCOPE_GLOBAL, "", Set.of(), FOREVER, FOREVER);
    }

    /** Whether the other is the same address with the same prefix on the same link, which is what the kernel tells addresses apart by. */
    public boolean sameKey(InterfaceAddress other) {
        return linkIndex == other.linkIndex && prefixLength == other.prefixLength && local.equals(other.local);
    }

    /** {@code 192.168.1.100/32}, as {@code ip address} writes it. */
    public String text() {
        return local.getHostAddress() + "/" + prefixLength;
    }
}
