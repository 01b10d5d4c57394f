package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The addresses that the driver has put on interfaces and not taken off again, so that it notices when somebody else does. */
final class HeldAddresses {
    /** An address on an interface. */
    record Held(String interfaceName, InetAddress address) {}

    private final Set<Held> held = new LinkedHashSet<>();

    void added(String interfaceName, InetAddress address) {
        held.add(new Held(interfaceName, address));
    }

    void removed(String interfaceName, InetAddress address) {
        held.remove(new Held(interfaceName, address));
    }

    /** Takes out and returns those that the interfaces do not have any more. */
    List<Held> takeLost(InterfaceMonitor interfaces) {
        List<Held> lost = new ArrayList<>();
        for (Held each : held) {
            if (!interfaces.addresses(each.interfaceName()).contains(each.address())) {
                lost.add(each);
            }
        }
        lost.forEach(held::remove);
        return lost;
    }
}
