package org.lvsdirector.control.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.read.ConfigurationReader;
import org.lvsdirector.config.syntax.InMemorySources;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.LinkDelay;
import org.lvsdirector.vrrp.settings.Prefix;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;
import org.lvsdirector.vrrp.settings.VirtualInterface;
import org.lvsdirector.vrrp.settings.VirtualInterface.Kind;

/** Interfaces that instances make, their names, and which addresses go where. */
class LinkMappingTest {
    private static RouterSettings mapped(String text) {
        Configuration configuration = new ConfigurationReader(new InMemorySources().with("x.conf", text))
                .read(Path.of("x.conf"))
                .configuration();
        assertNotNull(configuration);
        return new RouterMapping(configuration, Set.of()).settings();
    }

    private static String instance(String name, int vrid, String words) {
        return "vrrp_instance " + name + " {\ninterface eth0\nvirtual_router_id " + vrid + "\n" + words + "\n}\n";
    }

    private static InstanceSettings one(String words) {
        return mapped(instance("A", 51, words)).instances().get(0);
    }

    private static List<String> names(RouterSettings settings) {
        return settings.instances().stream()
                .flatMap(each -> each.host().interfaces().all().stream())
                .map(VirtualInterface::name)
                .toList();
    }

    private static List<String> places(InstanceSettings instance) {
        return instance.allAddresses().stream()
                .map(VirtualAddress::interfaceName)
                .toList();
    }

    @Test
    void theMacIsTheRfcsByFamilyAndNumber() {
        InstanceSettings four = one("use_vmac\nvirtual_ipaddress { 10.0.0.1 }");
        assertEquals(
                new VirtualInterface("vrrp.51", "eth0", Kind.MACVLAN, "00:00:5e:00:01:33", null, false),
                four.host().interfaces().own());
        assertEquals("vrrp.51", four.speakingInterface());
        assertEquals("eth0", four.sourceInterface());
        InstanceSettings six = one("use_vmac\nvirtual_ipaddress { fe80::1 }");
        assertEquals(
                new VirtualInterface("vrrp.51", "eth0", Kind.MACVLAN, "00:00:5e:00:02:33", null, true),
                six.host().interfaces().own());
    }

    @Test
    void addressesGoThereUnlessTheyNameAnotherInterface() {
        InstanceSettings instance =
                one("use_vmac v0\nvirtual_ipaddress { 10.0.0.1\n10.0.0.2 dev eth0\n10.0.0.3 dev eth1 }\n"
                        + "virtual_ipaddress_excluded { 2001:db8::1 }");
        assertEquals(Arrays.asList("v0", "v0", "eth1", "v0"), places(instance));
        assertEquals(true, instance.host().interfaces().all().get(0).ipv6());
    }

    @Test
    void othersGetTheirOwnWhereThatIsAsked() {
        String addresses = "virtual_ipaddress { 10.0.0.1\n10.0.0.3 dev eth1\n10.0.0.4 dev eth1 }\n"
                + "virtual_ipaddress_excluded { 2001:db8::1 }";
        InstanceSettings all = one("use_vmac\nuse_vmac_addr\n" + addresses);
        assertEquals(List.of("vrrp.51", "vrrp1.51", "vrrp1.51", "vrrp6.51"), places(all));
        assertEquals(
                List.of("00:00:5e:00:01:33", "00:00:5e:00:01:33", "00:00:5e:00:02:33"),
                all.host().interfaces().all().stream()
                        .map(VirtualInterface::hardwareAddress)
                        .toList());
        InstanceSettings some = one("virtual_ipaddress { 10.0.0.1\n10.0.0.3 dev eth1 use_vmac }");
        assertEquals(Arrays.asList(null, "vrrp.51"), places(some));
        assertEquals("eth0", some.speakingInterface());
    }

    @Test
    void namesThatAreTakenAreNotGivenAgain() {
        assertEquals(
                List.of("vrrp6.7", "vrrp.7", "vrrp1.7", "vrrp.8"),
                names(mapped(instance("A", 7, "use_vmac\nvirtual_ipaddress { fe80::1 }")
                        + instance("B", 7, "use_vmac vrrp.7\nvirtual_ipaddress { 10.0.0.1 }")
                        + instance("C", 7, "use_vmac\nvirtual_ipaddress { 10.0.0.2 }")
                                .replace("eth0", "eth1")
                        + instance("D", 8, "use_vmac\nvirtual_ipaddress { 10.0.0.3 }"))));
        assertEquals(
                List.of("va.7", "vb.7"),
                names(mapped("global_defs {\nvmac_prefix va\nvmac_addr_prefix vb\n}\n"
                        + instance("A", 7, "use_vmac\nvirtual_ipaddress { 10.0.0.1\n10.0.0.2 dev eth1 use_vmac }"))));
    }

    @Test
    void unicastUsesTheBase() {
        InstanceSettings instance = one("use_vmac\nunicast_peer { 10.0.0.9 }\nvirtual_ipaddress { 10.0.0.1 }");
        assertEquals("eth0", instance.speakingInterface());
        assertEquals(List.of("vrrp.51"), places(instance));
        assertEquals(
                "eth0",
                one("use_vmac\nvmac_xmit_base\nvirtual_ipaddress { 10.0.0.1 }").speakingInterface());
    }

    @Test
    void anIpvlanAdvertisesFromItsOwnAddress() throws UnknownHostException {
        InstanceSettings instance = one("use_ipvlan ipv0 10.0.0.5/24 private\nvirtual_ipaddress { 10.0.0.1 }");
        Prefix own = new Prefix(InetAddress.getByName("10.0.0.5"), 24);
        assertEquals(
                new VirtualInterface("ipv0", "eth0", Kind.IPVLAN_PRIVATE, null, own, false),
                instance.host().interfaces().own());
        assertEquals("ipv0", instance.speakingInterface());
        assertEquals("ipv0", instance.sourceInterface());
        assertEquals(Arrays.asList((String) null), places(instance));
    }

    @Test
    void whatIsMadeInheritsTheDelaysOfItsBase() {
        RouterSettings settings = mapped("interface_up_down_delays {\neth0 3 1\n}\n"
                + instance("A", 51, "use_vmac\nvirtual_ipaddress { 10.0.0.1 }"));
        long second = 1_000_000_000L;
        assertEquals(
                List.of(new LinkDelay("eth0", 3 * second, second), new LinkDelay("vrrp.51", 3 * second, second)),
                settings.tracking().linkDelays());
    }
}
