package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.RouterAction.SendAdvert;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** One instance's place in the router: its settings, what is known of its surroundings, and its present state. It decides nothing. */
final class Instance {
    private InstanceSettings settings;
    private final InstanceKey key;
    private List<VirtualAddress> addresses;
    private List<Tracked> tracked;
    private @Nullable InetAddress source;
    private Fitness fitness;
    private InstanceState state;
    private long sinceNanos;
    private long lastAdvertNanos;
    /** The same action goes out again and again. */
    private SendAdvert advert;

    final Counters counters = new Counters();
    final Rivals rivals = new Rivals();
    final Claims claims = new Claims();

    Instance(InstanceSettings settings, @Nullable SyncGroupSettings group, long nowNanos) {
        this.settings = settings;
        this.key = settings.key();
        this.addresses = settings.allAddresses();
        this.tracked = Trackers.of(settings, group);
        int priority = settings.election().basePriority();
        this.fitness = new Fitness(List.of(), false, priority);
        this.state = InstanceState.initial(
                priority,
                settings.advertisement().intervalNanos(),
                settings.election().initialState() == InitialState.MASTER);
        this.sinceNanos = nowNanos;
        this.advert = new SendAdvert(key, priority);
    }

    void reconfigure(InstanceSettings next, @Nullable SyncGroupSettings group) {
        settings = next;
        addresses = next.allAddresses();
        tracked = Trackers.of(next, group);
    }

    InstanceSettings settings() {
        return settings;
    }

    InstanceKey key() {
        return key;
    }

    /** Advertised and excluded addresses. */
    List<VirtualAddress> addresses() {
        return addresses;
    }

    InstanceState state() {
        return state;
    }

    VrrpState phase() {
        return state.state();
    }

    boolean is(VrrpState phase) {
        return state.state() == phase;
    }

    Fitness fitness() {
        return fitness;
    }

    /** Whether the firewall must keep traffic from the addresses. */
    boolean dropsTraffic() {
        return !settings.accept() && !settings.owner() && !addresses.isEmpty();
    }

    /** Where advertisements come from, or null while there is no such address. */
    @Nullable
    InetAddress source() {
        return source;
    }

    /** Looks around again. Returns the fitness before. */
    Fitness reassess(Surroundings surroundings) {
        Fitness before = fitness;
        InetAddress configured = settings.advertisement().source();
        // A configured source that is not tracked is taken on trust.
        source = configured != null && !settings.advertisement().trackSource() ? configured : surroundings.source(key);
        fitness = FitnessRules.evaluate(settings, tracked, source, surroundings);
        return before;
    }

    void enter(InstanceState next, long nowNanos) {
        if (next.state() != state.state()) {
            sinceNanos = nowNanos;
        }
        state = next;
    }

    /** The first deadline at which something happens. */
    long nextDeadlineNanos() {
        long earliest = state.timers().earliestNanos();
        return is(VrrpState.BACKUP) ? Math.min(earliest, claims.askAtNanos(settings, state)) : earliest;
    }

    /** The action for an advertisement of this priority. */
    SendAdvert advert(int priority, long nowNanos) {
        lastAdvertNanos = nowNanos;
        if (advert.priority() != priority) {
            advert = new SendAdvert(key, priority);
        }
        return advert;
    }

    InstanceStatus status() {
        return new InstanceStatus(
                settings.name(),
                key,
                phase(),
                state.wantsMaster(),
                settings.election().basePriority(),
                state.priority(),
                state.master(),
                rivals.present(),
                claims.present(),
                sinceNanos,
                lastAdvertNanos,
                fitness.faults().stream().map(Fault::words).toList(),
                is(VrrpState.MASTER) ? addresses : List.of(),
                counters.snapshot());
    }
}
