package org.lvsdirector.vrrp.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.settings.AddressOption;
import org.lvsdirector.vrrp.settings.HostSettings;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.Prefix;
import org.lvsdirector.vrrp.settings.RouteEntry;
import org.lvsdirector.vrrp.settings.RouteKind;
import org.lvsdirector.vrrp.settings.RoutePlacement;
import org.lvsdirector.vrrp.settings.RouteProperties;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.StaticSettings;
import org.lvsdirector.vrrp.settings.TrackGroup;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;
import org.lvsdirector.vrrp.settings.VirtualAddress;
import org.lvsdirector.vrrp.testing.Variants;

/** Static addresses and routes, and the routes of a master, that somebody else takes away. */
class HostUpkeepTest extends DriverRig {
    private static final RouteEntry ROUTE = route("10.1.0.0", true);
    private static final RouteEntry UNTRACKED = route("10.2.0.0", false);
    private static final VirtualAddress STATIC =
            new VirtualAddress(ip("192.168.1.200"), 32, "eth0", 0, null, null, null, null, Set.of());

    private static RouteEntry route(String destination, boolean tracked) {
        return new RouteEntry(
                RouteKind.BLACKHOLE,
                new Prefix(ip(destination), 16),
                null,
                0,
                RouteEntry.TABLE_MAIN,
                18,
                0,
                null,
                0,
                List.of(),
                RouteProperties.NONE,
                RoutePlacement.FIRST,
                tracked);
    }

    private static RouterSettings statics(StaticSettings statics) {
        return RouterSettings.of(List.of()).withStatics(statics);
    }

    private VrrpDriver startedWith(RouterSettings settings) {
        VrrpDriver driver = new VrrpDriver(machine.ports(), StartOrder.cold(settings));
        driver.start();
        driver.turn();
        return driver;
    }

    @Test
    void staticOnesAreThereFromStartToStop() {
        VrrpDriver driver = startedWith(statics(new StaticSettings(List.of(STATIC), List.of(ROUTE))));
        assertTrue(machine.has("eth0", STATIC.address()));
        assertEquals(Set.of(ROUTE), machine.routing);

        var done = driver.commit(statics(new StaticSettings(List.of(), List.of(UNTRACKED))));
        driver.runCommands();
        assertTrue(done.isDone());
        assertFalse(machine.has("eth0", STATIC.address()));
        assertEquals(Set.of(UNTRACKED), machine.routing);

        driver.shutdown(false);
        driver.runCommands();
        assertEquals(Set.of(), machine.routing);
    }

    @Test
    void theyStayWhereAddressesAreToStay() {
        VrrpDriver driver = startedWith(statics(new StaticSettings(List.of(STATIC), List.of(ROUTE))));
        driver.shutdown(true);
        driver.runCommands();
        assertTrue(machine.has("eth0", STATIC.address()));
        assertEquals(Set.of(ROUTE), machine.routing);
    }

    @Test
    void whatSomebodyRemovesIsPutBackUnlessNobodyMinds() {
        VrrpDriver driver = startedWith(statics(new StaticSettings(List.of(STATIC), List.of(ROUTE, UNTRACKED))));
        machine.removeRouting(ROUTE);
        machine.removeRouting(UNTRACKED);
        machine.removeAddress("eth0", STATIC.address());
        driver.turn();
        assertEquals(Set.of(ROUTE), machine.routing);
        assertTrue(machine.has("eth0", STATIC.address()));
        assertTrue(machine.sink.lines().contains("Restoring deleted static route 10.1.0.0/16"));
        assertTrue(machine.sink.lines().contains("Restoring deleted static address 192.168.1.200 dev eth0"));
    }

    @Test
    void anUntrackedStaticAddressStaysAway() {
        VirtualAddress loose = new VirtualAddress(
                STATIC.address(), 32, "eth0", 0, null, null, null, null, Set.of(AddressOption.NOT_TRACKED));
        VrrpDriver driver = startedWith(statics(new StaticSettings(List.of(loose), List.of())));
        machine.removeAddress("eth0", loose.address());
        driver.turn();
        assertFalse(machine.has("eth0", loose.address()));
    }

    @Test
    void whatCannotComeBackYetIsTriedWhenALinkChanges() {
        VrrpDriver driver = startedWith(statics(new StaticSettings(List.of(), List.of(ROUTE))));
        machine.removeRouting(ROUTE);
        machine.refuse(ROUTE, true);
        driver.turn();
        driver.turn();
        assertEquals(
                1,
                machine.sink.lines().stream()
                        .filter(line -> line.contains("it will be tried again"))
                        .count());
        machine.refuse(ROUTE, false);
        machine.link("eth0", LinkState.DOWN);
        driver.turn();
        assertEquals(Set.of(ROUTE), machine.routing);
    }

    @Test
    void aMastersRouteComesBackAndItStaysMaster() {
        VrrpDriver driver = started(Variants.onHost(instance(100), new HostSettings(List.of(ROUTE), List.of(), false)));
        becomeMaster(driver);
        machine.removeRouting(ROUTE);
        driver.turn();
        assertEquals(Set.of(ROUTE), machine.routing);
        assertTrue(
                machine.sink.lines().stream().anyMatch(line -> line.startsWith("(VI_1) put back route 10.1.0.0/16")));
    }

    private static InstanceSettings promoting() {
        return Variants.onHost(instance(100), new HostSettings(List.of(), List.of(), true));
    }

    @Test
    void secondaryAddressesArePromotedAsLongAsAnInstanceWantsIt() {
        VrrpDriver driver = started(promoting());
        assertEquals(Set.of("eth0"), machine.madeLinks.promoting);

        var done = driver.commit(RouterSettings.of(List.of(instance(100))));
        driver.runCommands();
        assertTrue(done.isDone());
        assertEquals(Set.of(), machine.madeLinks.promoting);
    }

    @Test
    void anInterfaceThatComesBackPromotesAgainUntilTheEnd() {
        VrrpDriver driver = started(promoting());
        machine.madeLinks.promoting.clear(); // as a new interface of the name has it
        machine.link("eth0", LinkState.UP);
        driver.turn();
        assertEquals(Set.of("eth0"), machine.madeLinks.promoting);
        driver.shutdown(false);
        driver.runCommands();
        assertEquals(Set.of(), machine.madeLinks.promoting);
    }

    @Test
    void aStartRemovesWhatAFormerProcessLeftButNotWhatItWantsItself() {
        machine.routing.add(ROUTE);
        machine.routing.add(UNTRACKED);
        VrrpDriver driver = new VrrpDriver(
                machine.ports(),
                new StartOrder(
                        statics(new StaticSettings(List.of(), List.of(ROUTE))),
                        List.of(),
                        List.of(),
                        List.of(ROUTE, UNTRACKED),
                        List.of()));
        driver.start();
        assertEquals(Set.of(ROUTE), machine.routing);
        assertEquals(
                List.of("remove route 10.2.0.0/16"),
                machine.journal.stream().filter(line -> line.contains("route")).toList());
    }

    private static final String GROUP_FAULT = "lost static entry of track group G";

    private VrrpDriver tracking(VirtualAddress address, RouteEntry route) {
        StaticSettings held = new StaticSettings(
                List.of(address), List.of(route), List.of(new TrackGroup("G", List.of(address), List.of(route))));
        InstanceSettings instance = Variants.tracking(instance(100), new Tracked(TrackerKind.STATIC, "G", 0, false));
        return startedWith(RouterSettings.of(List.of(instance)).withStatics(held));
    }

    private List<String> faults(VrrpDriver driver) {
        return status(driver).router().instances().get(0).faults();
    }

    @Test
    void aGroupWhoseRouteCannotComeBackPutsItsInstancesAtFault() {
        VrrpDriver driver = tracking(STATIC, ROUTE);
        becomeMaster(driver);
        machine.removeRouting(ROUTE);
        driver.turn();
        assertEquals(VrrpState.MASTER, state(driver), "it was put back");

        machine.refuse(ROUTE, true);
        machine.removeRouting(ROUTE);
        driver.turn();
        assertEquals(List.of(GROUP_FAULT), faults(driver));
        assertFalse(machine.has("eth0", VIP));
        assertTrue(machine.sink.lines().contains("track_group G has lost static route 10.1.0.0/16"));

        machine.refuse(ROUTE, false);
        machine.tellOfAddresses();
        driver.turn();
        assertEquals(List.of(), faults(driver));
        assertTrue(machine.sink.lines().contains("track_group G has all its static entries again"));
    }

    @Test
    void theSameOfAnAddressAndAtTheStart() {
        machine.refuse(STATIC.address());
        VrrpDriver driver = tracking(STATIC, ROUTE);
        assertEquals(List.of(GROUP_FAULT), faults(driver));
        machine.addAddress("eth0", STATIC.address());
        driver.turn();
        assertEquals(List.of(), faults(driver), "who put it there does not matter");
        machine.removeAddress("eth0", STATIC.address());
        driver.turn();
        driver.turn();
        assertEquals(List.of(GROUP_FAULT), faults(driver));
        assertEquals(
                1,
                machine.sink.lines().stream()
                        .filter(line -> line.contains("192.168.1.200: EINVAL; it will be tried again"))
                        .count());
    }

    @Test
    void whatWentWithItsInterfaceIsForThoseWhoTrackTheInterface() {
        VirtualAddress elsewhere =
                new VirtualAddress(STATIC.address(), 32, "eth1", 0, null, null, null, null, Set.of());
        machine.link("eth1", LinkState.DOWN);
        machine.refuse(elsewhere.address());
        VrrpDriver driver = tracking(elsewhere, ROUTE);
        assertEquals(List.of(), faults(driver));
        machine.link("eth1", LinkState.UP);
        driver.turn();
        assertEquals(List.of(GROUP_FAULT), faults(driver));
    }

    @Test
    void aGroupThatAReloadEmptiesHoldsNobodyBack() {
        VrrpDriver driver = tracking(STATIC, ROUTE);
        machine.refuse(ROUTE, true);
        machine.removeRouting(ROUTE);
        driver.turn();
        assertEquals(List.of(GROUP_FAULT), faults(driver));
        InstanceSettings instance = Variants.tracking(instance(100), new Tracked(TrackerKind.STATIC, "G", 0, false));
        StaticSettings emptied =
                new StaticSettings(List.of(), List.of(ROUTE), List.of(new TrackGroup("G", List.of(), List.of())));
        var done = driver.commit(RouterSettings.of(List.of(instance)).withStatics(emptied));
        driver.runCommands();
        assertTrue(done.isDone());
        assertEquals(List.of(), faults(driver));
    }
}
