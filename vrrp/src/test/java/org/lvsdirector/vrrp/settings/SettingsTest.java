package org.lvsdirector.vrrp.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.vrrp.packet.Advertisement;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.packet.VrrpVersion;
import org.lvsdirector.vrrp.testing.Variants;

/** Least and most of each number, one beyond each, and what settings say on the wire. */
class SettingsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long CENTI = 10_000_000L;

    static Stream<Executable> allowed() {
        return Stream.of(
                () -> election(1, 0, 1),
                () -> election(255, Long.MAX_VALUE, 100),
                () -> advertisement(VrrpVersion.V2, 1, SECOND),
                () -> advertisement(VrrpVersion.V2, 255, 255 * SECOND),
                () -> advertisement(VrrpVersion.V3, 1, CENTI),
                () -> advertisement(VrrpVersion.V3, 1, 4095 * CENTI),
                () -> new ScriptSettings("s", 1, 1, 1, true),
                () -> new GarpSchedule(0, 0, 0, 0, 0, 0));
    }

    static Stream<Executable> refused() {
        return Stream.of(
                () -> election(0, 0, 3),
                () -> election(256, 0, 3),
                () -> election(1, -1, 3),
                () -> election(1, 0, 0),
                () -> advertisement(VrrpVersion.V2, 0, SECOND),
                () -> advertisement(VrrpVersion.V2, 256, SECOND),
                () -> advertisement(VrrpVersion.V2, 1, 0),
                () -> advertisement(VrrpVersion.V2, 1, 256 * SECOND),
                () -> advertisement(VrrpVersion.V2, 1, SECOND + CENTI),
                () -> advertisement(VrrpVersion.V3, 1, CENTI - 1),
                () -> advertisement(VrrpVersion.V3, 1, 4096 * CENTI),
                () -> new ScriptSettings("s", 0, 1, 1, true),
                () -> new ScriptSettings("s", 1, 0, 1, true),
                () -> new ScriptSettings("s", 1, 1, 0, true),
                () -> new GarpSchedule(-1, 0, 0, 0, 0, 0),
                () -> new GarpSchedule(0, 0, -1, 0, 0, 0));
    }

    @ParameterizedTest
    @MethodSource
    void allowed(Executable made) {
        assertDoesNotThrow(made);
    }

    @ParameterizedTest
    @MethodSource
    void refused(Executable made) {
        assertThrows(IllegalArgumentException.class, made);
    }

    private static ElectionSettings election(int priority, long delay, int adverts) {
        return new ElectionSettings(InitialState.UNSET, priority, true, delay, adverts, false, false);
    }

    private static AdvertisementSettings advertisement(VrrpVersion version, int vrid, long interval) {
        return new AdvertisementSettings(
                version, vrid, interval, null, false, Delivery.multicast(Family.IPV4), Authentication.NONE);
    }

    @Test
    void anInstanceSaysItsAddressesInOrderAndLeavesOutTheExcluded() throws Exception {
        VirtualAddress first = VirtualAddress.of(InetAddress.getByName("10.0.0.9"));
        VirtualAddress second = VirtualAddress.of(InetAddress.getByName("10.0.0.8"), 24);
        InstanceSettings plain = InstanceSettings.of(
                "VI_1",
                "eth0",
                AdvertisementSettings.v2(51, 3 * SECOND, Authentication.pass("x")),
                ElectionSettings.of(InitialState.MASTER, 100),
                List.of(first, second));
        InstanceSettings settings = new InstanceSettings(
                plain.name(),
                plain.interfaceName(),
                plain.advertisement(),
                plain.election(),
                plain.addresses(),
                List.of(VirtualAddress.of(InetAddress.getByName("10.0.0.7"))),
                plain.garp(),
                plain.tracked(),
                true,
                true,
                false);

        assertEquals(
                new Advertisement(
                        VrrpVersion.V2,
                        51,
                        100,
                        300,
                        Authentication.pass("x"),
                        List.of(first.address(), second.address())),
                settings.toAdvertisement());
        assertEquals(3, settings.allAddresses().size());
        assertEquals(new InstanceKey("eth0", Family.IPV4, 51), settings.key());
        assertEquals(32, first.prefixLength());
        assertEquals("eth0", first.interfaceOr("eth0"));
    }

    @Test
    void whoElseHasAnAddressUnderAMacvlanIsAskedOutside() throws UnknownHostException {
        VirtualInterface macvlan = new VirtualInterface(
                "vrrp.51", "eth0", VirtualInterface.Kind.MACVLAN, "00:00:5e:00:01:33", null, false);
        VirtualInterface ipvlan =
                new VirtualInterface("ipvlan.51", "eth1", VirtualInterface.Kind.IPVLAN_PRIVATE, null, null, false);
        InstanceSettings instance = Variants.onHost(
                InstanceSettings.of(
                        "VI_1",
                        "eth0",
                        AdvertisementSettings.v2(51, 1_000_000_000L, Authentication.NONE),
                        ElectionSettings.of(InitialState.BACKUP, 100),
                        List.of()),
                new HostSettings(List.of(), List.of(), false, new VirtualInterfaces(macvlan, false, List.of(ipvlan))));
        assertEquals("eth0", instance.askedOn(on("vrrp.51")));
        assertEquals("ipvlan.51", instance.askedOn(on("ipvlan.51")));
        assertEquals("eth2", instance.askedOn(on("eth2")));
        assertEquals("eth0", instance.askedOn(on(null)));
    }

    private static VirtualAddress on(@Nullable String interfaceName) throws UnknownHostException {
        InetAddress address = InetAddress.getByName("10.0.0.1");
        return new VirtualAddress(address, 32, interfaceName, 0, null, null, null, null, Set.of());
    }
}
