package org.lvsdirector.control.mapping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.config.BfdConfig;
import org.lvsdirector.config.InterfaceDelay;
import org.lvsdirector.config.TrackingConfig;
import org.lvsdirector.vrrp.settings.ArbiterSettings;
import org.lvsdirector.vrrp.settings.BfdSettings;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.LinkDelay;
import org.lvsdirector.vrrp.settings.TrackingSettings;

/** What the vrrp process tracks by itself. */
final class TrackingMapping {
    private static final int NANOS_PER_MICRO = 1_000;

    private TrackingMapping() {}

    static TrackingSettings of(
            TrackingConfig tracking, List<InstanceSettings> instances, List<ArbiterSettings> arbiters) {
        return new TrackingSettings(
                delays(tracking.delays(), instances),
                tracking.sessions().stream().map(TrackingMapping::session).toList(),
                arbiters);
    }

    /** What instances make upon an interface goes down with it, and counts as down when that does. */
    private static List<LinkDelay> delays(List<InterfaceDelay> delays, List<InstanceSettings> instances) {
        List<LinkDelay> all = new ArrayList<>();
        for (InterfaceDelay delay : delays) {
            all.add(delay(delay, delay.interfaceName()));
            for (InstanceSettings instance : instances) {
                instance.host().interfaces().all().stream()
                        .filter(made -> made.base().equals(delay.interfaceName()))
                        .forEach(made -> all.add(delay(delay, made.name())));
            }
        }
        return all;
    }

    private static LinkDelay delay(InterfaceDelay delay, String interfaceName) {
        return new LinkDelay(interfaceName, delay.down().toNanos(), delay.up().toNanos());
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
