package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.packet.AdvertisementFilter;
import org.lvsdirector.vrrp.packet.AdvertisementTemplate;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;

/** Garbage makes a JVM late, so steady state leaves little of it: what one advertisement costs, with room for an interpreter. */
class AllocationTest {
    private static final int ROUNDS = 20_000;
    private static final long BYTES_EACH = 512;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long now = 1_000_000_000_000L;

    private static VrrpRouter started(InstanceSettings settings, long now) {
        VrrpRouter router = new VrrpRouter(RouterSettings.of(List.of(settings)));
        router.step(new RouterEvent.LinkChanged("eth0", LinkState.UP), now);
        router.step(new RouterEvent.SourceAddressChanged(settings.key(), Bench.address(Bench.OWN)), now);
        router.step(new RouterEvent.Started(List.of()), now);
        return router;
    }

    @Test
    void aBackupThatHearsItsMaster() {
        InstanceSettings settings = Given.priority(100).settings();
        VrrpRouter router = started(settings, now);
        AdvertisementFilter filter = AdvertisementFilter.of(
                settings.toAdvertisement(), settings.advertisement().delivery(), null);
        AdvertisementTemplate template = AdvertisementTemplate.of(
                settings.toAdvertisement(),
                settings.advertisement().delivery(),
                Bench.address(Bench.HIGHER),
                settings.advertisement().delivery().group(),
                null);
        ByteBuffer datagram = ByteBuffer.allocate(template.length());
        template.write(200, 1, datagram);
        datagram.flip();

        assertFrugal(() -> router.step(new RouterEvent.PacketReceived(settings.key(), filter.check(datagram)), now));
    }

    @Test
    void aMasterThatAdvertises() {
        InstanceSettings settings = Given.priority(255).settings();
        VrrpRouter router = started(settings, now);
        AdvertisementTemplate template = AdvertisementTemplate.of(
                settings.toAdvertisement(),
                settings.advertisement().delivery(),
                Bench.address(Bench.OWN),
                settings.advertisement().delivery().group(),
                null);
        ByteBuffer out = ByteBuffer.allocate(template.length());

        assertFrugal(() -> {
            now = router.nextDeadlineNanos();
            router.step(RouterEvent.DeadlineReached.INSTANCE, now);
            template.write(255, 1, out.clear());
        });
    }

    private void assertFrugal(Runnable round) {
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
        assertTrue(each < BYTES_EACH, each + " bytes a round");
    }
}
