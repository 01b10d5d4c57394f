package org.lvsdirector.vrrp.runtime;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.RouterAction;
import org.lvsdirector.vrrp.machine.RouterEvent;
import org.lvsdirector.vrrp.machine.ScriptOutcome;
import org.lvsdirector.vrrp.machine.VrrpRouter;
import org.lvsdirector.vrrp.packet.AdvertisementFilter;
import org.lvsdirector.vrrp.packet.Received;
import org.lvsdirector.vrrp.settings.RouterSettings;

/**
 * Runs all VRRP instances of one process on one thread: it waits for the earliest of packet, interface event, command and deadline, feeds
 * the machine and carries out what the machine wants through ports.
 *
 * <p>Whenever it wakes it takes in what has happened, packets and interface events, before it acts on a deadline that has passed. So a
 * driver that was stopped for longer than the master-down interval sees that the master lives instead of taking over from it; it counts
 * how late it was.
 *
 * <p>{@link #run} belongs to the one thread; {@link #commit}, {@link #scriptFinished}, {@link #shutdown} and {@link #status} may be called
 * by any other and never wait.
 */
public final class VrrpDriver implements Runnable {
    /** The longest time between two calls of {@link EventSink#beat}. */
    public static final long BEAT_NANOS = 1_000_000_000L;

    /** Longer than any advertisement; the rest of a longer datagram is cut off, and its length tells. */
    private static final int RECEIVE_BUFFER_BYTES = 8192;

    /**
     * Packets taken in one turn. It is more than a socket's default buffer holds, so all that came while the driver slept is seen before a
     * deadline is acted on, and yet a flood cannot keep it from its deadlines.
     */
    private static final int PACKETS_PER_TURN = 1024;

    private static final long WORTH_A_LINE_NANOS = 1_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final VrrpPorts ports;
    private final StartOrder startOrder;
    private final VrrpRouter router;
    private final InstanceWires wires = new InstanceWires();
    private final AnnouncementQueue announcements = new AnnouncementQueue();
    private final HeldAddresses held = new HeldAddresses();
    private final ActionRunner actions;
    private final InterfaceWatch watch;
    private final LatenessHistogram lateness = new LatenessHistogram();
    private final ByteBuffer received = ByteBuffer.allocateDirect(RECEIVE_BUFFER_BYTES);
    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;
    private long tooShort;
    private long unknownVrid;
    private long nextBeatNanos;

    /** A wish of another thread, and what to do about it if the driver ends first. */
    private record Command(Runnable action, Runnable abandon) {}

    /**
     * @param ports closed by the driver when it ends
     * @throws IllegalArgumentException as {@link #requireUsable}
     */
    public VrrpDriver(VrrpPorts ports, StartOrder startOrder) {
        requireUsable(startOrder.settings());
        this.ports = ports;
        this.startOrder = startOrder;
        this.router = new VrrpRouter(startOrder.settings());
        this.actions = new ActionRunner(ports, wires, announcements, held);
        this.watch = new InterfaceWatch(ports, wires, held, this::step);
    }

    /**
     * Checks that a driver can run with these settings, so that {@link #commit} does not fail halfway.
     *
     * @throws IllegalArgumentException with the reason if it cannot
     */
    public static void requireUsable(RouterSettings settings) {
        new InstanceWires().configure(settings);
    }

    /** Starts, runs until {@link #shutdown} was carried out, and closes the ports. A bug ends it with an exception. */
    @Override
    public void run() {
        try (ports) {
            start();
            while (!stopped) {
                ports.waiter().await(nextDeadlineNanos());
                turn();
            }
        } finally {
            stopped = true;
            abandonCommands();
        }
    }

    /**
     * Goes over to other settings. Instances that are the same keep their state.
     *
     * @return done when all resulting actions were carried out; cancelled if the driver ends before
     */
    public CompletableFuture<Void> commit(RouterSettings settings) {
        requireUsable(settings);
        CompletableFuture<Void> done = new CompletableFuture<>();
        enqueue(done, () -> {
            reconfigure(settings);
            done.complete(null);
        });
        return done;
    }

    /** Answers {@link EventSink#runScript}. */
    public void scriptFinished(String script, ScriptOutcome outcome) {
        enqueue(new CompletableFuture<>(), () -> step(new RouterEvent.ScriptFinished(script, outcome)));
    }

    /**
     * Ends the driver: masters resign with priority 0 and give up their addresses.
     *
     * @param keepAddresses leave the virtual addresses where they are
     */
    public void shutdown(boolean keepAddresses) {
        enqueue(new CompletableFuture<>(), () -> {
            step(new RouterEvent.ShutdownRequested(keepAddresses));
            stopped = true;
        });
    }

    /** A view of the present moment; cancelled if the driver ends before. */
    public CompletableFuture<DriverStatus> status() {
        CompletableFuture<DriverStatus> answer = new CompletableFuture<>();
        enqueue(answer, () -> answer.complete(snapshot()));
        return answer;
    }

    private void enqueue(CompletableFuture<?> answer, Runnable action) {
        commands.add(
                new Command(action, () -> answer.completeExceptionally(new CancellationException("driver ended"))));
        ports.waiter().wake();
        if (stopped) {
            abandonCommands();
        }
    }

    private void abandonCommands() {
        Command command = commands.poll();
        while (command != null) {
            command.abandon().run();
            command = commands.poll();
        }
    }

    /** Looks at the world, cleans up after former processes, and lets the machine begin. */
    void start() {
        RouterSettings settings = startOrder.settings();
        wires.configure(settings);
        announcements.setIntervals(settings.garpIntervalNanos(), settings.gnaIntervalNanos());
        LeftoverRemoval removal = new LeftoverRemoval(ports);
        removal.beforeStart(startOrder);
        watch.refresh();
        watch.configure(settings);
        step(new RouterEvent.Started(startOrder.resumptions()));
        removal.afterStart(startOrder, router.status());
        nextBeatNanos = ports.waiter().nanoTime();
        beat();
    }

    /** What the driver does each time it wakes. */
    void turn() {
        noteLateness();
        watch.refresh();
        receivePackets();
        runCommands();
        if (!stopped) {
            actOnDeadline();
            announcements.sendDue(ports.waiter().nanoTime(), actions);
        }
        beat();
    }

    /** When to wake at the latest. */
    long nextDeadlineNanos() {
        return Math.min(nextBeatNanos, Math.min(router.nextDeadlineNanos(), announcements.nextDueNanos()));
    }

    private void receivePackets() {
        for (int count = 0; count < PACKETS_PER_TURN; count++) {
            Endpoint endpoint = ports.transport().receive(received);
            if (endpoint == null) {
                return;
            }
            receive(endpoint);
        }
    }

    private void receive(Endpoint endpoint) {
        int vrid = AdvertisementFilter.peekVridIpv4(received);
        if (vrid < 0) {
            tooShort++;
            return;
        }
        InstanceWire wire = wires.find(endpoint, vrid);
        if (wire == null) {
            unknownVrid++;
            return;
        }
        Received packet = wire.filter().checkIpv4(received);
        step(new RouterEvent.PacketReceived(wire.key(), packet));
    }

    /** Carries out what other threads have asked for. */
    void runCommands() {
        Command command = commands.poll();
        while (command != null && !stopped) {
            command.action().run();
            command = stopped ? null : commands.poll();
        }
    }

    private void actOnDeadline() {
        if (router.nextDeadlineNanos() <= ports.waiter().nanoTime()) {
            step(RouterEvent.DeadlineReached.INSTANCE);
        }
    }

    /** To be called first after waking: what is done then may move the deadline. */
    private void noteLateness() {
        long late = ports.waiter().nanoTime() - nextDeadlineNanos();
        if (late < 0) {
            return; // something else woke us
        }
        lateness.record(late);
        if (late >= WORTH_A_LINE_NANOS) {
            ports.sink()
                    .log(
                            LogLevel.WARNING,
                            String.format("A thread timer expired %.6f seconds ago", late / NANOS_PER_SECOND));
        }
    }

    private void reconfigure(RouterSettings settings) {
        wires.configure(settings);
        announcements.setIntervals(settings.garpIntervalNanos(), settings.gnaIntervalNanos());
        watch.configure(settings);
        step(new RouterEvent.Reconfigured(settings));
        wires.forgetLeaving();
        watch.forgetUnused();
    }

    private void step(RouterEvent event) {
        List<RouterAction> wanted = router.step(event, ports.waiter().nanoTime());
        for (int i = 0; i < wanted.size(); i++) { // no iterator on the hot path
            wanted.get(i).runOn(actions);
        }
    }

    private void beat() {
        long now = ports.waiter().nanoTime();
        if (now >= nextBeatNanos) {
            nextBeatNanos = now + BEAT_NANOS;
            ports.sink().beat(now);
        }
    }

    private DriverStatus snapshot() {
        return new DriverStatus(
                ports.waiter().nanoTime(),
                router.status(),
                new DriverStatus.StrayPackets(tooShort, unknownVrid),
                lateness.snapshot(),
                actions.failures());
    }
}
