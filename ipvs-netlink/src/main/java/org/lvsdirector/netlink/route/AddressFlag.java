package org.lvsdirector.netlink.route;

import java.util.EnumSet;
import java.util.Set;

/** A property of an address on a link ({@code IFA_FLAGS}, {@code IFA_F_*} of {@code linux/if_addr.h}). */
public enum AddressFlag {
    /** IPv4: not the first of its subnet; IPv6: temporary (privacy). */
    SECONDARY(0x01),
    /** No duplicate address detection. */
    NODAD(0x02),
    OPTIMISTIC(0x04),
    DADFAILED(0x08),
    HOMEADDRESS(0x10),
    /** Its preferred lifetime has ended: never chosen as a source of its own accord. */
    DEPRECATED(0x20),
    /** Duplicate address detection has not ended. */
    TENTATIVE(0x40),
    /** Without an end of life. */
    PERMANENT(0x80),
    MANAGETEMPADDR(0x100),
    /** No route to the prefix comes with it. */
    NOPREFIXROUTE(0x200),
    MCAUTOJOIN(0x400),
    STABLE_PRIVACY(0x800);

    private final int bit;

    AddressFlag(int bit) {
        this.bit = bit;
    }

    static Set<AddressFlag> ofBits(int bits) {
        EnumSet<AddressFlag> flags = EnumSet.noneOf(AddressFlag.class);
        for (AddressFlag flag : values()) {
            if ((bits & flag.bit) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    static int toBits(Set<AddressFlag> flags) {
        int bits = 0;
        for (AddressFlag flag : flags) {
            bits |= flag.bit;
        }
        return bits;
    }
}
