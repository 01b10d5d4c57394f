package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.HostSettings;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.Prefix;
import org.lvsdirector.vrrp.settings.RouteEntry;
import org.lvsdirector.vrrp.settings.RouteKind;
import org.lvsdirector.vrrp.settings.RoutePlacement;
import org.lvsdirector.vrrp.settings.RouteProperties;
import org.lvsdirector.vrrp.settings.RouterOptions;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.RuleEntry;
import org.lvsdirector.vrrp.testing.Variants;

/** Routes and rules follow the mastery: after the addresses, and away before them. */
class HostRoutingTest {
    private static final RouteEntry ROUTE = route("10.1.0.0");
    private static final RouteEntry OTHER = route("10.2.0.0");
    private static final RuleEntry RULE = new RuleEntry(
            false,
            300,
            false,
            null,
            null,
            0,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            18,
            null,
            null,
            null,
            null,
            null,
            null,
            RuleEntry.Action.LOOKUP,
            500,
            true);

    private static RouteEntry route(String destination) {
        InetAddress address = Bench.address(destination);
        return new RouteEntry(
                RouteKind.BLACKHOLE,
                new Prefix(address, 16),
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
                true);
    }

    private static InstanceSettings instance(RouteEntry... routes) {
        return Variants.onHost(Given.priority(150).settings(), new HostSettings(List.of(routes), List.of(RULE), false));
    }

    @Test
    void aMasterSetsThemAfterTheAddressesAndBeforeItAnnounces() {
        List<String> said = Bench.started(instance(ROUTE)).until(4);

        assertEquals(
                List.of("VI_1 add 10.0.0.100", "VI_1 add route 10.1.0.0/16", "VI_1 add rule 300"),
                said.stream()
                        .map(word -> word.substring(word.indexOf(' ') + 1))
                        .filter(word -> word.startsWith("VI_1 add"))
                        .toList());
    }

    @Test
    void theyGoInTheOppositeOrder() {
        Bench bench = Bench.started(instance(ROUTE));
        bench.until(4);

        List<String> said = bench.feed(new RouterEvent.ShutdownRequested(false));
        assertEquals(
                List.of("VI_1 remove rule 300", "VI_1 remove route 10.1.0.0/16", "VI_1 remove 10.0.0.100"),
                said.stream().filter(word -> word.startsWith("VI_1 remove")).toList());
    }

    @Test
    void aReloadChangesOnlyTheDifference() {
        Bench bench = Bench.started(instance(ROUTE));
        bench.until(4);

        List<String> said = bench.feed(new RouterEvent.Reconfigured(RouterSettings.of(List.of(instance(OTHER)))));
        assertEquals(
                List.of("VI_1 remove route 10.1.0.0/16", "VI_1 add route 10.2.0.0/16"),
                said.stream().filter(word -> word.contains("route")).toList());
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
    }

    @Test
    void oneThatWasPutBackIsReportedAndTheMasteryStays() {
        Bench bench = Bench.started(instance(ROUTE));
        bench.until(4);
        bench.logged();

        assertEquals(
                List.of(), bench.feed(new RouterEvent.RoutingRestored(instance().key(), ROUTE)));
        assertEquals(List.of("(VI_1) put back route 10.1.0.0/16, which somebody else removed"), bench.logged());
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
    }

    @Test
    void asKeepalivedDoesItStandsForElectionAnew() {
        Bench bench =
                Bench.started(RouterSettings.of(List.of(instance(ROUTE))).withOptions(new RouterOptions(0, 0, false)));
        bench.until(4);

        List<String> said =
                bench.feed(new RouterEvent.RoutingRestored(instance().key(), ROUTE));
        assertTrue(said.contains("VI_1 advert 0"), said.toString());
        assertTrue(said.contains("VI_1 remove route 10.1.0.0/16"), said.toString());
        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
    }
}
