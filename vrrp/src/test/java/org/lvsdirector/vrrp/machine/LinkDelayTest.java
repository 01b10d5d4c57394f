package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.LinkDelay;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.TrackingSettings;

/** {@code interface_up_down_delays}: a change counts once it has lasted. */
class LinkDelayTest {
    private static RouterSettings delayed(double down, double up) {
        LinkDelay delay = new LinkDelay("eth0", (long) (down * Given.SECOND), (long) (up * Given.SECOND));
        return RouterSettings.of(List.of(Given.priority(100).settings()))
                .withTracking(new TrackingSettings(List.of(delay), List.of()));
    }

    private static Bench master(double down, double up) {
        Bench bench = Bench.started(delayed(down, up));
        bench.until(4);
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
        return bench;
    }

    @Test
    void aLinkThatStaysDownIsAFaultAfterTheDelay() {
        Bench bench = master(2, 0);
        bench.link("eth0", LinkState.DOWN);
        bench.pass(1.999);
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
        bench.pass(0.002);
        assertEquals(VrrpState.FAULT, bench.state("VI_1"));
    }

    @Test
    void aLinkThatOnlyFlapsIsNone() {
        Bench bench = master(2, 0);
        bench.link("eth0", LinkState.DOWN);
        bench.pass(1);
        bench.link("eth0", LinkState.UP);
        bench.pass(10);
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
    }

    /** Each flap begins the wait anew. */
    @Test
    void theDelayIsCountedFromTheLastChange() {
        Bench bench = master(2, 0);
        bench.link("eth0", LinkState.DOWN);
        bench.pass(1.5);
        bench.link("eth0", LinkState.UP);
        bench.link("eth0", LinkState.DOWN);
        bench.pass(1.5);
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
        bench.pass(0.6);
        assertEquals(VrrpState.FAULT, bench.state("VI_1"));
    }

    @Test
    void aLinkThatComesBackMustStayUpForTheDelay() {
        Bench bench = master(0, 3);
        bench.link("eth0", LinkState.DOWN);
        assertEquals(VrrpState.FAULT, bench.state("VI_1"));
        bench.link("eth0", LinkState.UP);
        bench.pass(2.9);
        assertEquals(VrrpState.FAULT, bench.state("VI_1"));
        bench.pass(0.2);
        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
    }

    @Test
    void anInterfaceThatIsDeletedIsAFaultAtOnceAndItsReturnWaits() {
        Bench bench = master(5, 1);
        bench.link("eth0", LinkState.MISSING);
        assertEquals(VrrpState.FAULT, bench.state("VI_1"));
        bench.link("eth0", LinkState.UP);
        bench.pass(0.9);
        assertEquals(VrrpState.FAULT, bench.state("VI_1"));
        bench.pass(0.2);
        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
    }

    @Test
    void whatIsKnownAtTheStartCountsAtOnce() {
        Bench bench = Bench.started(delayed(5, 5));
        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
    }

    @Test
    void otherInterfacesAreNotDelayed() {
        RouterSettings settings = RouterSettings.of(List.of(
                        Given.priority(100).settings(),
                        Given.instance("VI_2", 52, 100).on("eth1").settings()))
                .withTracking(delayed(5, 5).tracking());
        Bench bench = Bench.started(settings);
        bench.link("eth1", LinkState.DOWN);
        assertEquals(VrrpState.FAULT, bench.state("VI_2"));
    }
}
