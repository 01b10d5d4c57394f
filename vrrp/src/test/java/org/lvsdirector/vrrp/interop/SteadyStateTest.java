package org.lvsdirector.vrrp.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.NetworkThread;
import org.lvsdirector.vrrp.linux.LinuxVrrp;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.runtime.StartOrder;
import org.lvsdirector.vrrp.runtime.VrrpDriver;
import org.lvsdirector.vrrp.runtime.VrrpPorts;
import org.lvsdirector.vrrp.runtime.Waiter;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.testing.RecordingSink;

/**
 * Garbage makes late wakes, so a driver in steady state makes next to none. A master whose clock jumps from deadline to deadline stands for
 * hours of work; a backup on a real clock hears all of it.
 */
@Tag("netns")
@Isolated("it is about what little memory a thread takes")
class SteadyStateTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 20_000;

    /** Some small records: 160 to 345 bytes were seen on an idle host, 631 on a starved one, where the compiler comes late. */
    private static final long FEW_BYTES = 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @RegisterExtension
    final Network network = Network.perTest();

    private Host sender;
    private Host listener;

    @BeforeEach
    void makeMachines() {
        Lan lan = network.lan("vl-lan");
        sender = network.host("vl-sender").plug(lan, "eth0", "192.168.1.11/24");
        sender.exec(
                "ip",
                "address",
                "add",
                "fe80::11/64",
                "dev",
                "eth0",
                "nodad"); // the hasty clock waits for no detection
        listener = network.host("vl-listener").plug(lan, "eth0", "192.168.1.12/24");
    }

    @ParameterizedTest
    @MethodSource("org.lvsdirector.vrrp.interop.Mode#differentOnTheWire")
    void anAdvertisementSentOrHeardLeavesHardlyAnyGarbage(Mode mode) {
        try (DriverPeer backup = DriverPeer.start(listener, mode.settings(100))) {
            backup.awaitState(VrrpState.BACKUP, LIMIT); // with an address of its own, and listening
            HastyWaiter waiter = new HastyWaiter();
            VrrpDriver master = hasty(waiter, mode.settings(255));
            Thread thread = NetworkThread.start(sender, master);

            Await.until("the warm-up", LIMIT, () -> waiter.turnsAfter(heard(backup)) >= WARM_UP);
            long heardBefore = heard(backup);
            long bytesBefore = THREADS.getThreadAllocatedBytes(backup.threadId());
            Await.until("the measured part", LIMIT, () -> waiter.turnsAfter(heard(backup)) >= WARM_UP + MEASURED);
            long bytesAfter = THREADS.getThreadAllocatedBytes(backup.threadId());
            long heard = heard(backup) - heardBefore;
            assertEquals(VrrpState.BACKUP, backup.instance().state());
            master.shutdown(false);
            Await.until("the master's end", LIMIT, () -> !thread.isAlive());

            assertTrue(heard > MEASURED / 2, "only " + heard + " were heard");
            long perHeard = (bytesAfter - bytesBefore) / heard;
            long perSent = (waiter.bytesAfter - waiter.bytesBefore) / MEASURED;
            System.out.println("allocated: " + perHeard + " bytes per advert heard, " + perSent + " per advert sent");
            assertTrue(perHeard < FEW_BYTES, perHeard + " bytes per advert heard");
            assertTrue(perSent < FEW_BYTES, perSent + " bytes per advert sent");
        }
    }

    private static long heard(DriverPeer driver) {
        return driver.instance().counters().advertsReceived();
    }

    private VrrpDriver hasty(HastyWaiter waiter, InstanceSettings instance) {
        VrrpPorts ports = NetworkThread.call(sender, () -> LinuxVrrp.open(new RecordingSink()));
        return new VrrpDriver(ports.with(waiter, ports.sink()), StartOrder.cold(RouterSettings.of(List.of(instance))));
    }

    /** Its clock jumps to the deadline; it waits a moment only where its listener falls behind, who would lose what finds no room. */
    private static final class HastyWaiter implements Waiter {
        private static final int ROOM = 100;
        private static final long MOMENT_NANOS = 1_000_000;

        private final AtomicLong turns = new AtomicLong();
        private volatile long heard;
        private long now = System.nanoTime();
        private volatile long bytesBefore;
        private volatile long bytesAfter;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public long epochNanos() {
            return now;
        }

        @Override
        public void await(long deadlineNanos) {
            now = Math.max(now, deadlineNanos);
            long turn = turns.incrementAndGet();
            if (turn - heard > ROOM) {
                LockSupport.parkNanos(MOMENT_NANOS);
            }
            if (turn == WARM_UP) {
                bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
            } else if (turn == WARM_UP + MEASURED) {
                bytesAfter = THREADS.getCurrentThreadAllocatedBytes();
            }
        }

        /** Takes note of how many were heard. */
        private long turnsAfter(long heard) {
            this.heard = heard;
            return turns.get();
        }

        @Override
        public void wake() {}

        @Override
        public void close() {}
    }
}
