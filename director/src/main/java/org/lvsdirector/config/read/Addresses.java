package org.lvsdirector.config.read;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.IpAddresses;

/** Addresses in digits, as inet_pton(3) reads them; nothing is ever looked up. */
final class Addresses {
    private Addresses() {}

    /** The address, or null if the text is none. An IPv4 address mapped into IPv6 stays IPv6. */
    static @Nullable InetAddress parse(String text) {
        try {
            return IpAddresses.parse(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** A family's name as people write it. */
    static String name(AddressFamily family) {
        return family == AddressFamily.IPV4 ? "IPv4" : "IPv6";
    }
}
