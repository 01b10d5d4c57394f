package org.lvsdirector.vrrp.settings;

import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Family;

/**
 * An address that belongs to whoever is MASTER.
 *
 * @param interfaceName where it goes, or null for the instance's interface
 * @param scope rtnetlink scope: 0 global, 200 site, 253 link, 254 host
 * @param broadcast broadcast address, or null for none
 * @param label interface label such as {@code eth0:1}, or null for none
 * @param peer address at the other end of a point-to-point link, which {@code prefixLength} then belongs to; or null for none
 * @param preferredSeconds preferred lifetime, or null for the usual one: 0 for a single IPv6 address (/128), else without end
 */
public record VirtualAddress(
        InetAddress address,
        int prefixLength,
        @Nullable String interfaceName,
        int scope,
        @Nullable InetAddress broadcast,
        @Nullable String label,
        @Nullable InetAddress peer,
        @Nullable Long preferredSeconds,
        Set<AddressOption> options) {

    public VirtualAddress {
        options = Set.copyOf(options);
    }

    /** An address of global scope on the instance's interface. */
    public static VirtualAddress of(InetAddress address, int prefixLength) {
        return new VirtualAddress(address, prefixLength, null, 0, null, null, null, null, Set.of());
    }

    /** An address of full prefix length: /32 or /128. */
    public static VirtualAddress of(InetAddress address) {
        return of(address, Family.of(address).addressLength() * Byte.SIZE);
    }

    /** The interface it goes on, given the instance's. */
    public String interfaceOr(String instanceInterface) {
        return interfaceName != null ? interfaceName : instanceInterface;
    }
}
