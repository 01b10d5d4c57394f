package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.VirtualInterface;

/** Works out fitness from scratch whenever something changed: a level, not a count of edges, so it cannot drift. */
final class FitnessRules {
    private static final int LOWEST = 1;
    private static final int HIGHEST = 254;

    private FitnessRules() {}

    /**
     * Judges one instance.
     *
     * @param tracked from {@link Trackers}
     * @param source where its advertisements come from, or null while there is no address
     */
    static Fitness evaluate(
            InstanceSettings settings, List<Tracked> tracked, @Nullable InetAddress source, Surroundings surroundings) {
        List<Fault> faults = new ArrayList<>();
        ownInterface(settings, source, surroundings, faults);
        boolean waiting = false;
        int priority = settings.election().basePriority();
        for (Tracked each : tracked) {
            Influence influence = Influence.of(each, surroundings);
            priority += influence.weight();
            waiting |= influence.waiting();
            if (influence.faulty()) {
                faults.add(Fault.of(each));
            }
        }
        int effective = settings.owner() ? priority : Math.max(LOWEST, Math.min(HIGHEST, priority));
        return new Fitness(faults, waiting, effective);
    }

    private static void ownInterface(
            InstanceSettings settings, @Nullable InetAddress source, Surroundings surroundings, List<Fault> faults) {
        String name = settings.interfaceName();
        LinkState link = surroundings.link(name);
        if (link == LinkState.MISSING) {
            faults.add(Fault.linkMissing(name));
            return;
        }
        if (link == LinkState.DOWN && settings.trackPrimary()) {
            faults.add(Fault.linkDown(name));
        }
        VirtualInterface own = settings.host().interfaces().own();
        if (link == LinkState.UP && own != null && surroundings.link(own.name()) != LinkState.UP) {
            boolean missing = surroundings.link(own.name()) == LinkState.MISSING;
            faults.add(missing ? Fault.linkMissing(own.name()) : Fault.linkDown(own.name()));
            return;
        }
        if (settings.advertisement().delivery().destinations().isEmpty()) {
            faults.add(Fault.noPeer());
        }
        InetAddress configured = settings.advertisement().source();
        if (source == null) {
            faults.add(
                    configured == null
                            ? Fault.noAddress(settings.advertisement().family(), name)
                            : Fault.sourceMissing(configured, name));
        }
    }
}
