package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceKey;

/** One thing that a virtual server answers to: a run of addresses with a port, or a firewall mark. */
sealed interface ServiceTarget {

    /** Where it is written. */
    SourcePlace place();

    /** Its family; null for a mark that does not say. */
    @Nullable
    AddressFamily family();

    /** The kernel services it stands for. */
    List<ServiceKey> keys(Protocol protocol, AddressFamily markFamily);

    /**
     * Neighbouring addresses.
     *
     * @param first lowest address
     * @param count how many, at least 1
     * @param port 0 for all ports
     */
    record Run(InetAddress first, int count, int port, SourcePlace place) implements ServiceTarget {
        @Override
        public AddressFamily family() {
            return AddressFamily.of(first);
        }

        @Override
        public List<ServiceKey> keys(Protocol protocol, AddressFamily markFamily) {
            List<ServiceKey> keys = new ArrayList<>(count);
            byte[] bytes = first.getAddress();
            for (int i = 0; i < count; i++) {
                keys.add(new ServiceKey.ByAddress(protocol, IpAddresses.ofBytes(bytes.clone()), port));
                increment(bytes);
            }
            return keys;
        }

        private static void increment(byte[] bytes) {
            int i = bytes.length - 1;
            while (i >= 0 && ++bytes[i] == 0) {
                i--;
            }
        }
    }

    /**
     * A firewall mark.
     *
     * @param family null: that of the real servers
     */
    record Mark(long mark, @Nullable AddressFamily family, SourcePlace place) implements ServiceTarget {
        @Override
        public List<ServiceKey> keys(Protocol protocol, AddressFamily markFamily) {
            return List.of(new ServiceKey.ByFwmark(mark, family == null ? markFamily : family));
        }
    }
}
