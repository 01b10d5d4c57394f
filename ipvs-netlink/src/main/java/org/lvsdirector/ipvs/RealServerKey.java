package org.lvsdirector.ipvs;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a real server within its service.
 *
 * @param port 0 to 65535; 0 keeps the client's port (services by mark, or of every port)
 */
public record RealServerKey(InetAddress address, int port) {
    public RealServerKey {
        Ranges.requirePort(port);
    }

    /** Family of the address; it may be another than the service's if the real server is tunnelled. */
    public AddressFamily family() {
        return AddressFamily.of(address);
    }

    // By hand, as in the other records that are compared by the hundred thousand: what a record has by itself is linked
    // in the first
    // call, with a form of code for each of its components.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RealServerKey key && port == key.port && address.equals(key.address);
    }

    @Override
    public int hashCode() {
        return 31 * address.hashCode() + port;
    }

    /** {@code 10.0.0.2:80}, {@code [2001:db8::2]:80}. */
    @Override
    public String toString() {
        return IpAddresses.format(address, port);
    }
}
