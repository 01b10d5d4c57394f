package org.lvsdirector.control.mapping;

import java.time.Duration;
import java.util.List;
import org.lvsdirector.config.BfdConfig;
import org.lvsdirector.config.TrackingConfig;
import org.lvsdirector.vrrp.settings.ArbiterSettings;
import org.lvsdirector.vrrp.settings.BfdSettings;
import org.lvsdirector.vrrp.settings.LinkDelay;
import org.lvsdirector.vrrp.settings.TrackingSettings;

/** What the vrrp process tracks by itself. */
final class TrackingMapping {
    private static final int NANOS_PER_MICRO = 1_000;

    private TrackingMapping() {}

    static TrackingSettings of(TrackingConfig tracking, List<ArbiterSettings> arbiters) {
        return new TrackingSettings(
                tracking.delays().stream()
                        .map(delay -> new LinkDelay(
                                delay.interfaceName(),
                                delay.down().toNanos(),
                                delay.up().toNanos()))
                        .toList(),
                tracking.sessions().stream().map(TrackingMapping::session).toList(),
                arbiters);
    }

    private static BfdSettings session(BfdConfig session) {
        return new BfdSettings(
                session.name(),
                session.neighbour(),
                session.source(),
                micros(session.minTx()),
                micros(session.minRx()),
                micros(session.idleTx()),
                session.multiplier(),
                session.passive(),
                session.ttl(),
                session.maxHops(),
                session.multihop());
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / NANOS_PER_MICRO;
    }
}
