package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lvsdirector.vrrp.packet.Advertisement;
import org.lvsdirector.vrrp.packet.Received;
import org.lvsdirector.vrrp.packet.Rejection;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterOptions;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** A router on a bench: time in seconds, events in, actions out as short words. */
final class Bench {
    static final String OWN = "10.0.0.5";
    static final String LOWER = "10.0.0.4";
    static final String HIGHER = "10.0.0.6";

    private static final double SECOND_NANOS = 1e9;

    private final VrrpRouter router;
    private final Words words = new Words();
    private RouterSettings settings;
    private long now = 1_000_000_000_000L;
    private final long zero = now;

    private Bench(RouterSettings settings) {
        this.settings = settings;
        this.router = new VrrpRouter(settings);
        words.learn(settings);
    }

    /** Nothing but the protocol: an instance that asks for its addresses ahead has deadlines of its own for that. */
    private static RouterSettings quiet(RouterSettings settings) {
        RouterOptions options = settings.options();
        return settings.withOptions(new RouterOptions(
                options.startDelayNanos(),
                options.startAfterBootNanos(),
                options.restoresAddresses(),
                options.logsUnknownVrids(),
                false,
                options.silencesLocalGroups(),
                options.scheduling(),
                options.firewall()));
    }

    /** A router that knows its links (up) and source addresses but has not started. */
    static Bench of(RouterSettings settings) {
        Bench bench = new Bench(quiet(settings));
        bench.tellSurroundings();
        return bench;
    }

    /** A running router that asks the network before it takes addresses. */
    static Bench asking(InstanceSettings... instances) {
        Bench bench = new Bench(RouterSettings.of(List.of(instances)));
        bench.tellSurroundings();
        bench.start();
        return bench;
    }

    static Bench of(InstanceSettings... instances) {
        return of(RouterSettings.of(List.of(instances)));
    }

    /** A router that runs; what it did at the start is forgotten. */
    static Bench started(RouterSettings settings) {
        Bench bench = of(settings);
        bench.start();
        return bench;
    }

    static Bench started(InstanceSettings... instances) {
        return started(RouterSettings.of(List.of(instances)));
    }

    private void tellSurroundings() {
        for (InstanceSettings each : settings.instances()) {
            link(each.interfaceName(), LinkState.UP);
            for (Tracked tracked : each.tracked()) {
                if (tracked.kind() == TrackerKind.INTERFACE) {
                    link(tracked.name(), LinkState.UP);
                }
            }
            feed(new RouterEvent.SourceAddressChanged(each.key(), address(OWN)));
        }
    }

    /** Everything the event made the router do, logs left out. */
    List<String> feed(RouterEvent event) {
        return words.of(router.step(event, now));
    }

    List<String> start(Resumption... resumptions) {
        return feed(new RouterEvent.Started(List.of(resumptions)));
    }

    List<String> link(String name, LinkState state) {
        return feed(new RouterEvent.LinkChanged(name, state));
    }

    List<String> hear(String instance, int priority, String source) {
        Advertisement own = settings(instance).toAdvertisement();
        return hear(instance, own, priority, own.intervalCentis(), source, true);
    }

    List<String> hear(
            String instance, Advertisement like, int priority, int intervalCentis, String source, boolean match) {
        Advertisement advertisement = new Advertisement(
                like.version(), like.vrid(), priority, intervalCentis, like.authentication(), like.addresses());
        return feed(new RouterEvent.PacketReceived(
                key(instance), new Received.Valid(advertisement, address(source), match)));
    }

    List<String> reject(String instance, Rejection reason, int received, int expected) {
        return feed(new RouterEvent.PacketReceived(key(instance), new Received.Rejected(reason, received, expected)));
    }

    List<String> script(String name, int status) {
        return feed(new RouterEvent.ScriptFinished(name, ScriptOutcome.exited(status)));
    }

    List<String> read(TrackerKind kind, String name, int value) {
        return feed(new RouterEvent.TrackerRead(kind, name, value));
    }

    List<String> reload(RouterSettings next) {
        settings = quiet(next);
        words.learn(next);
        tellSurroundings();
        return feed(new RouterEvent.Reconfigured(settings));
    }

    /** Lets time pass, meeting every deadline on the way; each thing done has its time in front. */
    List<String> until(double seconds) {
        List<String> done = new ArrayList<>();
        long end = zero + (long) (seconds * SECOND_NANOS);
        while (router.nextDeadlineNanos() <= end) {
            now = Math.max(now, router.nextDeadlineNanos());
            String time = String.format(Locale.ROOT, "%.3f ", (now - zero) / SECOND_NANOS);
            feed(RouterEvent.DeadlineReached.INSTANCE).forEach(each -> done.add(time + each));
        }
        now = end;
        return done;
    }

    /** As {@link #until}, reckoned from now. */
    List<String> pass(double seconds) {
        return until((now - zero) / SECOND_NANOS + seconds);
    }

    /** Lets time pass while the driver sleeps. */
    void freezeUntil(double seconds) {
        now = zero + (long) (seconds * SECOND_NANOS);
    }

    /** The same for so long. */
    void freeze(double seconds) {
        now += (long) (seconds * SECOND_NANOS);
    }

    /** What was logged since the last call. */
    List<String> logged() {
        return words.takeLogged();
    }

    /** What was asked of the network since the last call. */
    List<String> asked() {
        return words.takeAsked();
    }

    /** Seconds from now to the next deadline. */
    double remaining() {
        return (router.nextDeadlineNanos() - now) / SECOND_NANOS;
    }

    boolean hasDeadline() {
        return router.nextDeadlineNanos() != VrrpRouter.NEVER;
    }

    long nowNanos() {
        return now;
    }

    VrrpState state(String instance) {
        return status(instance).state();
    }

    InstanceStatus status(String instance) {
        return router.status().instances().stream()
                .filter(each -> each.name().equals(instance))
                .findFirst()
                .orElseThrow();
    }

    RouterStatus status() {
        return router.status();
    }

    private InstanceKey key(String instance) {
        return settings(instance).key();
    }

    private InstanceSettings settings(String instance) {
        return settings.instances().stream()
                .filter(each -> each.name().equals(instance))
                .findFirst()
                .orElseThrow();
    }

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
