package org.lvsdirector.ipvs;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** What identifies a virtual service to the kernel: protocol, address and port, or a firewall mark and a family. */
public sealed interface ServiceKey {

    /** Family of the service's clients. */
    AddressFamily family();

    /**
     * A service by address.
     *
     * @param port 0 to 65535; 0 serves every port and needs persistence
     */
    record ByAddress(Protocol protocol, InetAddress address, int port) implements ServiceKey {
        public ByAddress {
            Ranges.requirePort(port);
        }

        @Override
        public AddressFamily family() {
            return AddressFamily.of(address);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ByAddress key
                    && port == key.port
                    && protocol == key.protocol
                    && address.equals(key.address);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * address.hashCode() + port) + protocol.number();
        }

        /** {@code TCP 10.0.0.1:80}, {@code UDP [2001:db8::1]:53}. */
        @Override
        public String toString() {
            return protocol + " " + IpAddresses.format(address, port);
        }
    }

    /**
     * A service by firewall mark.
     *
     * @param mark 1 to 2^32-1, unsigned
     */
    record ByFwmark(long mark, AddressFamily family) implements ServiceKey {
        public ByFwmark {
            if (mark < 1 || mark > 0xFFFF_FFFFL) {
                throw new IllegalArgumentException("firewall mark " + mark + " is outside 1 to 4294967295");
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ByFwmark key && mark == key.mark && family == key.family;
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(mark) + family.number();
        }

        /** {@code FWM 300}, {@code FWM 300 IPv6}. */
        @Override
        public String toString() {
            return "FWM " + mark + (family == AddressFamily.IPV6 ? " IPv6" : "");
        }
    }
}
