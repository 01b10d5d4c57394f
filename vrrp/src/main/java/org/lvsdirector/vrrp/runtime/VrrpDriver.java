package org.lvsdirector.vrrp.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.RouterAction;
import org.lvsdirector.vrrp.machine.RouterEvent;
import org.lvsdirector.vrrp.machine.ScriptOutcome;
import org.lvsdirector.vrrp.machine.VrrpRouter;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.TrackerKind;

/**
 * Runs all VRRP instances of one process on one thread: it waits for the earliest of packet, interface event, command and deadline, feeds
 * the machine and carries out what the machine wants through ports.
 *
 * <p>Whenever it wakes it takes in what has happened, packets and interface events, before it acts on a deadline that has passed. So a
 * driver that was stopped for longer than the master-down interval sees that the master lives instead of taking over from it; it counts
 * how late it was.
 *
 * <p>{@link #run} belongs to the one thread; {@link #commit}, {@link #scriptFinished}, {@link #trackerRead}, {@link #shutdown} and {@link #status} may be called
 * by any other and never wait.
 */
public final class VrrpDriver implements Runnable {
    /** The longest time between two calls of {@link EventSink#beat}. */
    public static final long BEAT_NANOS = 1_000_000_000L;

    private static final long WORTH_A_LINE_NANOS = 1_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final VrrpPorts ports;
    private final StartOrder startOrder;
    private final VrrpRouter router;
    private final InstanceWires wires;
    private final AnnouncementQueue announcements = new AnnouncementQueue();
    private final HeldAddresses held = new HeldAddresses();
    private final HeldLinks links;
    private final HostUpkeep upkeep;
    private final ActionRunner actions;
    private final InterfaceWatch watch;
    private final LatenessHistogram lateness = new LatenessHistogram();
    private final PacketReader packets;
    private final CommandQueue commands;
    private final BfdDesk sessions;
    private final NeighbourDesk hosts;
    private List<RouterEvent.TrackerRead> known = List.of();
    private boolean stopped;
    private long nextBeatNanos;
    private boolean interfacesFollowed = true;

    /**
     * @param ports closed by the driver when it ends
     * @throws IllegalArgumentException as {@link #requireUsable}
     */
    public VrrpDriver(VrrpPorts ports, StartOrder startOrder) {
        requireUsable(startOrder.settings());
        this.ports = ports;
        this.startOrder = startOrder;
        this.router = new VrrpRouter(startOrder.settings());
        this.wires = new InstanceWires(ports.waiter()::epochNanos);
        HeldRouting heldRouting = new HeldRouting(ports);
        this.links = new HeldLinks(ports);
        this.upkeep = new HostUpkeep(ports, links, heldRouting, this::step);
        this.hosts = new NeighbourDesk(ports.neighbours(), this::step);
        this.actions = new ActionRunner(ports, wires, announcements, held, heldRouting, hosts.probes());
        this.watch = new InterfaceWatch(ports, wires, held, upkeep, this::step);
        this.packets = new PacketReader(ports.transport(), wires, ports.sink(), this::step);
        this.commands = new CommandQueue(ports.waiter()::wake);
        this.sessions = new BfdDesk(ports.bfd(), ports.sink(), this::sessionChanged);
    }

    /**
     * Checks that a driver can run with these settings, so that {@link #commit} does not fail halfway.
     *
     * @throws IllegalArgumentException with the reason if it cannot
     */
    public static void requireUsable(RouterSettings settings) {
        Set<InstanceKey> keys = new HashSet<>();
        for (InstanceSettings instance : settings.instances()) {
            if (!keys.add(instance.key())) {
                throw new IllegalArgumentException(
                        "virtual router id " + instance.key().vrid() + " is used twice on " + instance.interfaceName()
                                + ", the second time by " + instance.name());
            }
        }
        new InstanceWires(() -> 0).configure(settings);
    }

    /** Says what trackers are known to be, so that they count from the start; to be called before {@link #run}. */
    public void know(List<RouterEvent.TrackerRead> readings) {
        known = List.copyOf(readings);
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
            commands.end();
        }
    }

    /**
     * Goes over to other settings. Instances that are the same keep their state.
     *
     * @return done when all resulting actions were carried out; cancelled if the driver ends before
     */
    public CompletableFuture<@Nullable Void> commit(RouterSettings settings) {
        requireUsable(settings);
        return commands.submit(() -> {
            reconfigure(settings);
            return null;
        });
    }

    /** Answers {@link EventSink#runScript}. */
    public void scriptFinished(String script, ScriptOutcome outcome) {
        var unused = commands.submit(() -> {
            step(new RouterEvent.ScriptFinished(script, outcome));
            return null;
        });
    }

    /** Tells what a tracked file, process or session is now, see {@link RouterEvent.TrackerRead}. */
    public void trackerRead(TrackerKind kind, String name, int value) {
        var unused = commands.submit(() -> {
            step(new RouterEvent.TrackerRead(kind, name, value));
            return null;
        });
    }

    /**
     * Ends the driver: masters resign with priority 0 and give up their addresses.
     *
     * @param keepAddresses leave the virtual addresses where they are
     */
    public void shutdown(boolean keepAddresses) {
        var unused = commands.submit(() -> {
            step(new RouterEvent.ShutdownRequested(keepAddresses));
            if (!keepAddresses) {
                upkeep.become(RouterSettings.EMPTY);
                links.end();
            }
            sessions.stop(ports.waiter().nanoTime());
            stopped = true;
            return null;
        });
    }

    /** A view of the present moment; cancelled if the driver ends before. */
    public CompletableFuture<DriverStatus> status() {
        return commands.submit(this::snapshot);
    }

    /** Looks at the world, cleans up after former processes, and lets the machine begin. */
    void start() {
        RouterSettings settings = startOrder.settings();
        wires.configure(settings);
        announcements.setPace(settings);
        packets.tellOfStrangers(settings.options().logsUnknownVrids());
        LeftoverRemoval removal = new LeftoverRemoval(ports);
        removal.beforeStart(startOrder);
        links.prepare(settings);
        links.removeLeftovers(startOrder.leftoverLinks());
        watch.refresh();
        watch.configure(settings);
        upkeep.become(settings);
        known.forEach(this::step);
        sessions.configure(settings.tracking().sessions(), ports.waiter().nanoTime());
        hosts.configure(settings, ports.waiter().nanoTime());
        step(new RouterEvent.Started(startOrder.resumptions()));
        removal.afterStart(startOrder, router.status());
        nextBeatNanos = ports.waiter().nanoTime();
        beat();
    }

    /** What the driver does each time it wakes. */
    void turn() {
        noteLateness();
        followInterfaces();
        packets.readWaiting();
        sessions.readWaiting(ports.waiter().nanoTime());
        hosts.readWaiting(ports.waiter().nanoTime());
        runCommands();
        if (!stopped) {
            actOnDeadline();
            announcements.sendDue(ports.waiter().nanoTime(), actions);
            hosts.askDue(ports.waiter().nanoTime());
        }
        beat();
    }

    /** When to wake at the latest. */
    long nextDeadlineNanos() {
        long own = Math.min(nextBeatNanos, Math.min(sessions.nextDeadlineNanos(), hosts.nextDueNanos()));
        return Math.min(own, Math.min(router.nextDeadlineNanos(), announcements.nextDueNanos()));
    }

    /** A failure is logged once; the next turn, a second later at most, tries again. */
    private void followInterfaces() {
        try {
            watch.refresh();
            upkeep.refresh();
            interfacesFollowed = true;
        } catch (PortException e) {
            if (interfacesFollowed) {
                ports.sink().log(LogLevel.ERROR, String.valueOf(e.getMessage()));
            }
            interfacesFollowed = false;
        }
    }

    /** Carries out what other threads have asked for. */
    void runCommands() {
        commands.runAll();
    }

    private void actOnDeadline() {
        hosts.judge(ports.waiter().nanoTime()); // whoever is cut off must know it before it takes over
        if (router.nextDeadlineNanos() <= ports.waiter().nanoTime()) {
            step(RouterEvent.DeadlineReached.INSTANCE);
        }
        sessions.deadlineReached(ports.waiter().nanoTime());
    }

    private void sessionChanged(String session, boolean up) {
        step(new RouterEvent.TrackerRead(TrackerKind.BFD, session, up ? 1 : 0));
        ports.sink().sessionChanged(session, up);
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
        links.prepare(settings);
        followInterfaces();
        wires.configure(settings);
        announcements.setPace(settings);
        packets.tellOfStrangers(settings.options().logsUnknownVrids());
        watch.configure(settings);
        upkeep.become(settings);
        sessions.configure(settings.tracking().sessions(), ports.waiter().nanoTime());
        hosts.configure(settings, ports.waiter().nanoTime());
        step(new RouterEvent.Reconfigured(settings));
        wires.forgetLeaving();
        watch.forgetUnused();
        links.settle();
    }

    private void step(RouterEvent event) {
        List<RouterAction> wanted = router.step(event, ports.waiter().nanoTime());
        // What the other routers wait for comes first: no log line, and no other instance's address, may hold it up.
        run(wanted, true);
        run(wanted, false);
    }

    private void run(List<RouterAction> wanted, boolean adverts) {
        for (int i = 0; i < wanted.size(); i++) { // no iterator on the hot path
            RouterAction action = wanted.get(i);
            if (action instanceof RouterAction.SendAdvert == adverts) {
                action.runOn(actions);
            }
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
                ports.waiter().nanoTime(), router.status(), packets.strays(), lateness.snapshot(), actions.failures());
    }
}
