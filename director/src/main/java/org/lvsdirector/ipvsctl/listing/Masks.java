package org.lvsdirector.ipvsctl.listing;

import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.Persistence;

/** The mask of a persistent service as ipvsadm writes it: dotted for IPv4, a prefix length for IPv6, nothing for single hosts. */
final class Masks {
    private Masks() {}

    static String text(Persistence persistence, AddressFamily family) {
        int length = persistence.prefixLength();
        if (length == family.addressBits()) {
            return "";
        }
        return family == AddressFamily.IPV6 ? Integer.toString(length) : dotted(length);
    }

    private static String dotted(int length) {
        int mask = length == 0 ? 0 : -1 << (Integer.SIZE - length);
        return (mask >>> 24) + "." + (mask >>> 16 & 0xFF) + "." + (mask >>> 8 & 0xFF) + "." + (mask & 0xFF);
    }
}
