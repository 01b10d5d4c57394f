package org.lvsdirector.vrrp.linux;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lvsdirector.vrrp.settings.VirtualInterface;

/**
 * What interfaces under macvlans need of the kernel. They answer ARP for their own addresses alone, and ask in the name of their own
 * addresses (which keepalived leaves out), so that nobody learns a virtual address with the wrong hardware address. The filter of source
 * addresses is said of each interface, since one that holds for all ({@code conf/all}) would hold for the macvlan too, which hears answers
 * to what its base has asked.
 */
final class BaseSettings {
    private static final String CONF = "net/ipv4/conf/";
    private static final String FILTER = "/rp_filter";
    private static final String OFF = "0";
    private static final String ON = "1";
    /** Of {@code arp_announce}. */
    private static final String OWN_ADDRESS = "2";

    private BaseSettings() {}

    /** @param interfaces all that there are, but for those that were made */
    static Map<String, String> of(
            Collection<VirtualInterface> made, Collection<String> interfaces, KernelSettings kernel) {
        Set<String> bases = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (VirtualInterface each : made) {
            names.add(each.name());
            if (each.kind() == VirtualInterface.Kind.MACVLAN) {
                bases.add(each.base());
            }
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String base : bases) {
            wanted.put(CONF + base + "/arp_ignore", ON);
            wanted.put(CONF + base + "/arp_filter", ON);
            wanted.put(CONF + base + "/arp_announce", OWN_ADDRESS);
        }
        String all = kernel.original(CONF + "all" + FILTER);
        if (!bases.isEmpty() && !all.isEmpty() && !all.equals(OFF)) {
            Set<String> others = new TreeSet<>(interfaces);
            others.add("default");
            others.removeAll(names);
            for (String each : others) {
                String own = kernel.original(CONF + each + FILTER);
                wanted.put(CONF + each + FILTER, own.compareTo(all) > 0 ? own : all);
            }
            wanted.put(CONF + "all" + FILTER, OFF);
        }
        return wanted;
    }
}
