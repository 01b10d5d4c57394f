package org.lvsdirector.vrrp.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.settings.ArbiterSettings;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterOptions;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.Scheduling;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;
import org.lvsdirector.vrrp.settings.TrackingSettings;

/** When the driver asks the network, and what it makes of the answers. */
class NeighbourDeskTest extends DriverRig {
    private static final String QUESTION = "192.168.1.100 on eth0";
    private static final InetAddress GATEWAY = ip("192.168.1.1");
    private static final String NAME = "192.168.1.1 on eth0";
    private static final String THEIRS = "02:00:00:00:00:09";
    private static final long PATIENCE = 3 * SECOND / 2;

    private void pass(VrrpDriver driver, long nanos) {
        long end = machine.waiter.nanoTime() + nanos;
        while (driver.nextDeadlineNanos() < end) {
            machine.waiter.await(driver.nextDeadlineNanos());
            driver.turn();
        }
        machine.waiter.await(end);
        driver.turn();
    }

    @Test
    void aMasterAsksAfterTheTakeoverSoonAfterItAndNowAndAgain() {
        VrrpDriver driver = started(instance(100));
        becomeMaster(driver);
        assertEquals(List.of(QUESTION), machine.neighbours.asked);
        pass(driver, SECOND);
        assertEquals(List.of(QUESTION, QUESTION), machine.neighbours.asked);
        pass(driver, 20 * SECOND);
        assertEquals(4, machine.neighbours.asked.size());
        arrive(advert(200));
        driver.turn();
        assertEquals(VrrpState.BACKUP, state(driver));
        assertEquals(Set.of(), machine.neighbours.listening);
        int asked = machine.neighbours.asked.size();
        arrive(advert(200));
        pass(driver, SECOND);
        assertEquals(asked, machine.neighbours.asked.size());
    }

    @Test
    void anAnswerIsTold() {
        VrrpDriver driver = started(instance(100));
        becomeMaster(driver);
        machine.neighbours.answer("eth0", VIP, THEIRS);
        driver.turn();
        assertEquals(
                List.of("192.168.1.100 at " + THEIRS),
                status(driver).router().instances().get(0).claims());
    }

    @Test
    void aBackupThatMissesItsMasterAsksBeforeItTakesTheAddress() {
        VrrpDriver driver = started(instance(100));
        arrive(advert(200));
        driver.turn();
        pass(driver, 3 * SECOND);
        assertEquals(VrrpState.BACKUP, state(driver));
        assertEquals(List.of(QUESTION), machine.neighbours.asked);
        machine.neighbours.answer("eth0", VIP, THEIRS);
        pass(driver, SECOND);
        List<String> lines = machine.sink.lines();
        int told = lines.indexOf("(VI_1) no master is heard, but another host has the address: 192.168.1.100 at "
                + THEIRS + " answers for it; we take it all the same unless a master is heard");
        assertTrue(told >= 0 && told < lines.indexOf("(VI_1) Entering MASTER STATE"), lines.toString());
        assertEquals(1, machine.sink.conflicts().size());
        arrive(advert(200));
        driver.turn();
        assertEquals(Set.of(), machine.neighbours.listening);
        assertEquals(2, machine.sink.conflicts().size());
    }

    @Test
    void whoDoesNotTakeItAfterAllListensNoMore() {
        VrrpDriver driver = started(instance(100));
        pass(driver, 3 * SECOND);
        assertEquals(Set.of(QUESTION), machine.neighbours.listening);
        arrive(advert(200));
        driver.turn();
        assertEquals(Set.of(), machine.neighbours.listening);
    }

    @Test
    void askingCanBeTurnedOff() {
        RouterOptions silent = new RouterOptions(0, 0, true, false, false, false, Scheduling.ORDINARY);
        RouterSettings settings = RouterSettings.of(List.of(instance(100))).withOptions(silent);
        VrrpDriver driver = new VrrpDriver(machine.ports(), StartOrder.cold(settings));
        driver.start();
        becomeMaster(driver);
        pass(driver, 20 * SECOND);
        assertEquals(List.of(), machine.neighbours.asked);
    }

    private VrrpDriver withArbiter() {
        InstanceSettings plain = instance(100);
        InstanceSettings instance = new InstanceSettings(
                plain.name(),
                plain.interfaceName(),
                plain.advertisement(),
                plain.election(),
                plain.addresses(),
                List.of(),
                plain.garp(),
                List.of(new Tracked(TrackerKind.ARBITER, NAME, 0, false)),
                true,
                true,
                false);
        ArbiterSettings arbiter = new ArbiterSettings(NAME, "eth0", List.of(GATEWAY), PATIENCE);
        RouterSettings settings = RouterSettings.of(List.of(instance))
                .withTracking(new TrackingSettings(List.of(), List.of(), List.of(arbiter)));
        VrrpDriver driver = new VrrpDriver(machine.ports(), StartOrder.cold(settings));
        driver.start();
        driver.turn();
        return driver;
    }

    private void answerArbiter(VrrpDriver driver) {
        machine.neighbours.answer("eth0", GATEWAY, THEIRS);
        driver.turn();
    }

    @Test
    void anArbiterIsAskedThreeTimesWithinItsPatience() {
        VrrpDriver driver = withArbiter();
        assertEquals(List.of(NAME), machine.neighbours.asked);
        pass(driver, SECOND);
        assertEquals(3, machine.neighbours.asked.size());
        assertEquals(VrrpState.INIT, state(driver));
        answerArbiter(driver);
        assertEquals(VrrpState.BACKUP, state(driver));
    }

    /** The last answer came at the same time as the master's last advertisement: the network is cut. */
    @Test
    void whoIsCutOffKnowsOfItBeforeItWouldTakeOver() {
        VrrpDriver driver = withArbiter();
        answerArbiter(driver);
        arrive(advert(200));
        driver.turn();
        machine.journal.clear();
        pass(driver, 60 * SECOND);
        assertEquals(VrrpState.FAULT, state(driver));
        assertEquals(List.of(), machine.journal, "nothing was taken or sent");
        answerArbiter(driver);
        assertEquals(VrrpState.BACKUP, state(driver));
    }

    /** However long it slept: nobody has answered, so it waits for an answer. */
    @Test
    void aDriverThatWasFrozenAsksBeforeItTakesOver() {
        VrrpDriver driver = withArbiter();
        answerArbiter(driver);
        machine.journal.clear();
        machine.waiter.advance(LONGER_THAN_MASTER_DOWN);
        driver.turn();
        assertEquals(VrrpState.FAULT, state(driver));
        assertTrue(machine.journal.isEmpty(), machine.journal.toString());
    }

    @Test
    void aReloadWithoutTheArbiterAsksNoMore() {
        VrrpDriver driver = withArbiter();
        var unused = driver.commit(RouterSettings.of(List.of(instance(100))));
        driver.turn();
        assertEquals(Set.of(), machine.neighbours.listening);
    }
}
