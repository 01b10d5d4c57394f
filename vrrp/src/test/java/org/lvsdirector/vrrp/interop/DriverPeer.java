package org.lvsdirector.vrrp.interop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.NetworkThread;
import org.lvsdirector.vrrp.linux.LinuxVrrp;
import org.lvsdirector.vrrp.machine.InstanceStatus;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.runtime.DriverStatus;
import org.lvsdirector.vrrp.runtime.StartOrder;
import org.lvsdirector.vrrp.runtime.VrrpDriver;
import org.lvsdirector.vrrp.runtime.VrrpPorts;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.testing.RecordingSink;

/** Our driver, running on a thread in a simulated machine's network. */
final class DriverPeer implements AutoCloseable {
    private static final Duration END_LIMIT = Duration.ofSeconds(60);

    private final RecordingSink sink = new RecordingSink();
    private final VrrpDriver driver;
    private final FreezableWaiter waiter;
    private final Thread thread;
    private volatile @Nullable Throwable bug;

    private DriverPeer(Host host, StartOrder order) {
        VrrpPorts ports = NetworkThread.call(host, () -> LinuxVrrp.open(sink));
        waiter = new FreezableWaiter(ports.waiter());
        driver = new VrrpDriver(ports.with(waiter, sink), order);
        thread = NetworkThread.start(host, () -> {
            try {
                driver.run();
            } catch (RuntimeException | Error e) {
                bug = e;
                throw e;
            }
        });
    }

    /** What it said. */
    RecordingSink sink() {
        return sink;
    }

    static DriverPeer start(Host host, InstanceSettings... instances) {
        return start(host, StartOrder.cold(RouterSettings.of(List.of(instances))));
    }

    static DriverPeer start(Host host, StartOrder order) {
        return new DriverPeer(host, order);
    }

    VrrpDriver driver() {
        return driver;
    }

    DriverStatus status() {
        try {
            return driver.status().get(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no status from the driver, which said " + log(), e);
        }
    }

    /** The only instance. */
    InstanceStatus instance() {
        return status().router().instances().get(0);
    }

    void awaitState(VrrpState wanted, Duration limit) {
        Await.value(wanted + "; it said " + log(), limit, () -> instance().state(), wanted::equals);
    }

    long threadId() {
        return thread.getId();
    }

    List<String> log() {
        return sink.lines();
    }

    void awaitLine(String fragment, Duration limit) {
        Await.value("a line with '" + fragment + "'", limit, this::log, lines -> lines.stream()
                .anyMatch(line -> line.contains(fragment)));
    }

    List<NotifyState> notifications() {
        return sink.states();
    }

    /** From now on it does nothing, and does not notice. */
    void freeze() {
        waiter.freeze();
    }

    void thaw() {
        waiter.thaw();
    }

    /** Resigns and ends. */
    void stop() {
        driver.shutdown(false);
        waiter.thaw();
        try {
            thread.join(END_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive() || bug != null) {
            throw new AssertionError("the driver did not end well; it said " + log(), bug);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
