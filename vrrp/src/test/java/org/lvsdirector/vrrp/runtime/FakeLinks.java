package org.lvsdirector.vrrp.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.settings.VirtualInterface;

/** The interfaces that a driver makes on a machine in memory. */
final class FakeLinks implements VirtualLinks {
    final Set<VirtualInterface> present = new LinkedHashSet<>();
    final List<String> tunedFor = new ArrayList<>();
    final Set<String> promoting = new LinkedHashSet<>();
    boolean silentGroups;
    private final FakeMachine machine;
    private final Set<String> taken = new LinkedHashSet<>();

    FakeLinks(FakeMachine machine) {
        this.machine = machine;
    }

    /** Gives a name to something else. */
    void take(String name) {
        taken.add(name);
    }

    /** Removes one as an operator would. */
    void removeOutside(VirtualInterface link) {
        present.remove(link);
        machine.link(link.name(), LinkState.MISSING);
    }

    @Override
    public Outcome ensure(VirtualInterface wanted) {
        if (taken.contains(wanted.name())) {
            throw new PortException("cannot make " + wanted.text() + ": there is another interface of that name");
        }
        boolean made = present.add(wanted);
        machine.journal.add((made ? "make " : "adopt ") + wanted.name());
        machine.link(wanted.name(), LinkState.UP);
        return made ? Outcome.MADE : Outcome.ADOPTED;
    }

    @Override
    public boolean remove(VirtualInterface made) {
        boolean removed = present.remove(made);
        if (removed) {
            machine.journal.add("remove " + made.name());
            machine.link(made.name(), LinkState.MISSING);
        }
        return removed;
    }

    @Override
    public void tuneFor(Collection<VirtualInterface> all, Collection<String> promoted, boolean silent) {
        promoting.clear();
        promoting.addAll(promoted);
        silentGroups = silent;
        tunedFor.clear();
        all.forEach(each -> tunedFor.add(each.base()));
    }

    @Override
    public void close() {}
}
