package org.lvsdirector.control.mapping;

import java.util.HashSet;
import java.util.Set;
import org.lvsdirector.vrrp.packet.Family;

/**
 * Names for interfaces that the configuration leaves nameless, as keepalived finds them: {@code vrrp.51}; where that is taken and the family
 * is IPv6 {@code vrrp6.51}; else {@code vrrp1.51}, {@code vrrp2.51} and so on.
 */
final class LinkNames {
    private static final int IPV6 = 6;

    private final Set<String> taken = new HashSet<>();

    /** Gives out a name that the configuration chose. */
    void take(String name) {
        taken.add(name);
    }

    /** Finds a name. */
    String next(String prefix, Family family, int virtualRouterId) {
        String name = prefix + "." + virtualRouterId;
        if (family == Family.IPV6 && taken.contains(name)) {
            name = prefix + IPV6 + "." + virtualRouterId;
        }
        for (int number = 1; taken.contains(name); number++) {
            name = prefix + number + "." + virtualRouterId;
        }
        taken.add(name);
        return name;
    }
}
