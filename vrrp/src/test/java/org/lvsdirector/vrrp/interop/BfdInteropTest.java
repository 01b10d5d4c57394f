package org.lvsdirector.vrrp.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;
import org.lvsdirector.vrrp.runtime.StartOrder;
import org.lvsdirector.vrrp.settings.BfdSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.TrackingSettings;

/** BFD with the real keepalived 2.2.7 as the neighbour: up, cable cut, mended, and a clean end on either side. */
@Tag("netns")
class BfdInteropTest {
    @RegisterExtension
    final Network network = Network.perTest();

    private final Host ours = network.host("ours");
    private final Host theirs = network.host("theirs");
    private Lan lan;

    @BeforeEach
    void machines() {
        lan = network.lan("lan");
        ours.plug(lan, "eth0", "192.168.1.1/24", "fd00::1/64");
        theirs.plug(lan, "eth0", "192.168.1.2/24", "fd00::2/64");
    }

    private static StartOrder session(String neighbour, String source, int ttl) {
        BfdSettings session = new BfdSettings(
                "s", Rig.ip(neighbour), Rig.ip(source), 50_000, 50_000, 1_000_000, 5, false, ttl, 0, false);
        return StartOrder.cold(RouterSettings.EMPTY.withTracking(new TrackingSettings(List.of(), List.of(session))));
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.1, 192.168.1.2, 255", "fd00::1, fd00::2, 64"})
    void sessionsComeUpAndGoDown(String here, String there, int ttl) {
        theirs.write(Keepalived.CONFIGURATION, """
                bfd_instance s {
                    neighbor_ip %s
                    source_ip %s
                    min_rx 50
                    min_tx 50
                }
                """.formatted(here, there));
        Running keepalived = Keepalived.start(theirs);
        try (DriverPeer driver = DriverPeer.start(ours, session(there, here, ttl))) {
            keepalived.awaitLine("(s) Entering Up state", Rig.SOON);
            awaitSessions(driver, "s up");

            lan.cut(theirs);
            awaitSessions(driver, "s up", "s down");
            keepalived.awaitLine("(s) Entering Down state", Rig.SOON);

            int before = keepalived.lines().size();
            lan.mend(theirs);
            awaitSessions(driver, "s up", "s down", "s up");
            keepalived.awaitLineAfter(before, "(s) Entering Up state", Rig.SOON);
            assertEquals(0, driver.sink().count("cannot"), driver.sink().lines().toString());
        }
        keepalived.awaitLineAfter(0, "Entering Down state", Rig.SOON);
    }

    private static void awaitSessions(DriverPeer driver, String... wanted) {
        Await.until(List.of(wanted).toString(), Rig.SOON.multipliedBy(4), () -> driver.sink()
                .sessions()
                .equals(List.of(wanted)));
    }
}
