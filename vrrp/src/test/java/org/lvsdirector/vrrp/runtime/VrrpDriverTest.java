package org.lvsdirector.vrrp.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterOptions;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.Scheduling;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** The driver's loop, on ports in memory and a clock that the test moves. */
class VrrpDriverTest extends DriverRig {
    @Test
    void aVirtualRouterThatIsNotConfiguredHereIsToldOfOnceWhereThatIsWanted() {
        InstanceSettings own = instance(100);
        InstanceSettings stranger = InstanceSettings.of(
                "VI_9",
                "eth0",
                AdvertisementSettings.v2(9, SECOND, Authentication.NONE),
                own.election(),
                List.of(VirtualAddress.of(VIP)));
        for (boolean wanted : new boolean[] {false, true}) {
            RouterSettings settings = RouterSettings.of(List.of(own))
                    .withOptions(new RouterOptions(0, 0, true, wanted, true, false, Scheduling.ORDINARY));
            VrrpDriver driver = new VrrpDriver(machine.ports(), StartOrder.cold(settings));
            driver.start();
            arrive(advert(stranger, OTHER, OWN));
            arrive(advert(stranger, OTHER, OWN));
            driver.turn();
            assertEquals(2, status(driver).strays().unknownVrid());
            assertEquals(
                    wanted ? 1 : 0, machine.sink.count("Unknown VRID(9) received on interface(eth0). ignoring..."));
        }
    }

    @Test
    void aBackupThatHearsNobodyBecomesMaster() {
        VrrpDriver driver = started(instance(100));
        assertEquals(VrrpState.BACKUP, state(driver));
        machine.waiter.advance(LONGER_THAN_MASTER_DOWN);
        driver.turn();
        assertEquals(VrrpState.MASTER, state(driver));
        assertEquals(
                List.of(
                        "drop []",
                        "advert priority 100",
                        "add 192.168.1.100 on eth0",
                        "announce 192.168.1.100 on eth0"),
                machine.journal.subList(0, 4));
        assertEquals(List.of(NotifyState.BACKUP, NotifyState.MASTER), machine.sink.states());
    }

    @Test
    void packetsThatWaitedWinOverADeadlineThatPassed() {
        VrrpDriver driver = started(instance(100));
        machine.waiter.advance(10 * LONGER_THAN_MASTER_DOWN);
        arrive(advert(150));
        driver.turn();
        assertEquals(VrrpState.BACKUP, state(driver));
        assertEquals(List.of(), machine.transport.sent(), "it looked before it spoke");
        assertTrue(driver.nextDeadlineNanos() > machine.waiter.nanoTime());
    }

    @Test
    void aFloodDoesNotKeepItFromItsDeadlines() {
        VrrpDriver driver = started(instance(100));
        byte[] strange = advert(150);
        strange[21] = 99; // another virtual router
        machine.waiter.advance(LONGER_THAN_MASTER_DOWN);
        for (int i = 0; i < 5000; i++) {
            arrive(strange);
        }
        driver.turn();
        assertEquals(VrrpState.MASTER, state(driver));
        assertTrue(machine.transport.waiting() > 0);
    }

    @Test
    void latenessIsMeasuredAtWakingAndALongOneIsLogged() {
        VrrpDriver driver = started(instance(100));
        machine.waiter.await(driver.nextDeadlineNanos());
        driver.turn();
        assertEquals(1, status(driver).lateness().total());
        assertEquals(0, status(driver).lateness().worstNanos());
        machine.waiter.await(driver.nextDeadlineNanos());
        machine.waiter.advance(2 * SECOND);
        arrive(advert(150));
        driver.turn();
        assertEquals(2 * SECOND, status(driver).lateness().worstNanos());
        assertEquals(1, machine.sink.count("A thread timer expired 2.000000 seconds ago"));
    }

    @Test
    void aBeatIsHeardEverySecondWhateverHappens() {
        machine.link("eth0", LinkState.DOWN);
        VrrpDriver driver = started(instance(100));
        for (int i = 0; i < 4; i++) {
            machine.waiter.await(driver.nextDeadlineNanos());
            driver.turn();
        }
        List<Long> beats = machine.sink.beats();
        assertEquals(5, beats.size());
        assertEquals(4 * SECOND, beats.get(4) - beats.get(0));
    }

    @Test
    void aReloadKeepsTheCountOfPacketsAndClosesWhatIsNotNeeded() {
        VrrpDriver driver = started(instance(100));
        becomeMaster(driver);
        CompletableFuture<?> done = driver.commit(RouterSettings.of(List.of(instance(100, SECOND_VIP))));
        driver.turn();
        assertTrue(done.isDone());
        machine.waiter.advance(SECOND);
        driver.turn();

        CompletableFuture<?> emptied = driver.commit(RouterSettings.EMPTY);
        driver.turn();
        assertTrue(emptied.isDone());
        assertEquals(0, FakeTransport.priority(sent(machine.transport.sent().size() - 1)), "it resigned");
        assertEquals(0, machine.transport.open().size());
        assertFalse(machine.has("eth0", SECOND_VIP));
        int identification = 0;
        for (byte[] datagram : machine.transport.sent()) {
            assertEquals(++identification, FakeTransport.identification(datagram));
        }
    }

    @Test
    void unusableSettingsAreRefusedBeforeAnythingChanges() {
        VrrpDriver driver = started(instance(100));
        RouterSettings unusable = RouterSettings.of(List.of(instance(100), instance(90)));
        assertThrows(IllegalArgumentException.class, () -> driver.commit(unusable));
        driver.turn();
        assertEquals(1, status(driver).router().instances().size());
    }

    @Test
    void whatIsAskedAfterTheEndIsCancelled() {
        VrrpDriver driver = new VrrpDriver(machine.ports(), StartOrder.cold(RouterSettings.of(List.of(instance(255)))));
        driver.shutdown(false);
        driver.run();
        assertTrue(driver.status().isCompletedExceptionally());
        assertTrue(machine.waiter.isClosed());
        assertEquals(0, FakeTransport.priority(sent(machine.transport.sent().size() - 1)));
        assertFalse(machine.has("eth0", VIP));
    }
}
