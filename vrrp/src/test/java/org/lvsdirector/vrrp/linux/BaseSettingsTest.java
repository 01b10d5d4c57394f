package org.lvsdirector.vrrp.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.VirtualInterface;
import org.lvsdirector.vrrp.settings.VirtualInterface.Kind;

class BaseSettingsTest {
    private static final String CONF = "net/ipv4/conf/";
    private static final VirtualInterface VMAC =
            new VirtualInterface("vrrp.51", "eth0", Kind.MACVLAN, "00:00:5e:00:01:33", null, false);
    private static final VirtualInterface IPVLAN =
            new VirtualInterface("ipv0", "eth1", Kind.IPVLAN_BRIDGE, null, null, false);

    private static Map<String, String> wanted(VirtualInterface made, Map<String, String> filters) {
        KernelSettings kernel = new KernelSettings() {
            @Override
            public String original(String name) {
                return filters.getOrDefault(name, "");
            }

            @Override
            public void hold(Map<String, String> wanted) {}
        };
        return BaseSettings.of(List.of(made), List.of("lo", "eth0", "eth1", "vrrp.51"), kernel);
    }

    private static Map<String, String> filters(String all, String eth1) {
        Map<String, String> filters = new HashMap<>();
        filters.put(CONF + "all/rp_filter", all);
        Set.of("lo", "eth0", "default").forEach(name -> filters.put(CONF + name + "/rp_filter", "0"));
        filters.put(CONF + "eth1/rp_filter", eth1);
        return filters;
    }

    @Test
    void aBaseSpeaksForItselfAlone() {
        assertEquals(
                Map.of(
                        CONF + "eth0/arp_ignore", "1",
                        CONF + "eth0/arp_filter", "1",
                        CONF + "eth0/arp_announce", "2"),
                wanted(VMAC, filters("0", "0")));
    }

    @Test
    void aFilterForAllIsSaidOfEachButTheMacvlan() {
        Map<String, String> wanted = wanted(VMAC, filters("1", "2"));
        assertEquals("0", wanted.get(CONF + "all/rp_filter"));
        assertEquals("1", wanted.get(CONF + "default/rp_filter"));
        assertEquals("1", wanted.get(CONF + "eth0/rp_filter"));
        assertEquals("2", wanted.get(CONF + "eth1/rp_filter"), "the stricter of the two");
        assertEquals(null, wanted.get(CONF + "vrrp.51/rp_filter"));
    }

    @Test
    void anIpvlanHasItsBasesAddressAndNeedsNothing() {
        assertEquals(Map.of(), wanted(IPVLAN, filters("1", "0")));
    }
}
