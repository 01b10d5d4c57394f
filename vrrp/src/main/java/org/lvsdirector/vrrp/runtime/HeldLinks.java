package org.lvsdirector.vrrp.runtime;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.VirtualInterface;

/**
 * The interfaces that instances have made for themselves: there before anything is sent through them, and gone only when the last
 * advertisement has left.
 */
final class HeldLinks {
    private final VrrpPorts ports;
    private final Set<VirtualInterface> present = new LinkedHashSet<>();
    private final Set<VirtualInterface> cannotMake = new HashSet<>();
    private Set<VirtualInterface> wanted = Set.of();
    private boolean silentGroups;
    /** Interfaces whose addresses may go without taking others of their subnet along. */
    private Set<String> promoting = Set.of();
    /** The same before a reload, as long as addresses of then may yet have to go. */
    private Set<String> promotingStill = Set.of();

    HeldLinks(VrrpPorts ports) {
        this.ports = ports;
    }

    /** Makes what is wanted from now on; what is no longer wanted stays, unless it is in the way. */
    void prepare(RouterSettings settings) {
        Set<VirtualInterface> next = new LinkedHashSet<>();
        settings.instances()
                .forEach(instance -> next.addAll(instance.host().interfaces().all()));
        wanted = next;
        silentGroups = settings.options().silencesLocalGroups();
        promotingStill = promoting;
        promoting = settings.instances().stream()
                .filter(instance -> instance.host().promotesSecondaries())
                .map(InstanceSettings::interfaceName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (VirtualInterface old : List.copyOf(present)) {
            if (next.stream().anyMatch(each -> each.name().equals(old.name()) && !each.equals(old))) {
                remove(old);
            }
        }
        surround();
        for (VirtualInterface each : next) {
            if (!present.contains(each)) {
                ensure(each);
            }
        }
    }

    /** Takes away what is no longer wanted. */
    void settle() {
        for (VirtualInterface old : List.copyOf(present)) {
            if (!wanted.contains(old)) {
                remove(old);
            }
        }
        promotingStill = Set.of();
        surround();
    }

    /** What must be so around them before they are there, and as long as they are. */
    private void surround() {
        silence(union());
        Set<String> promoted = new LinkedHashSet<>(promoting);
        promoted.addAll(promotingStill);
        attempt(() -> ports.links().tuneFor(union(), promoted, silentGroups));
    }

    /** Gives all up. */
    void end() {
        wanted = Set.of();
        silentGroups = false;
        promoting = Set.of();
        settle();
    }

    /** Takes away what a former process has left and nobody wants. */
    void removeLeftovers(List<VirtualInterface> leftovers) {
        for (VirtualInterface leftover : leftovers) {
            if (!wanted.contains(leftover)) {
                attempt(() -> {
                    if (ports.links().remove(leftover)) {
                        ports.sink().log(LogLevel.NOTICE, "removed " + leftover.text() + ", left by a former process");
                    }
                });
            }
        }
    }

    /** Makes anew what is gone, as soon as what it was made upon is there. */
    void restore() {
        if (!promoting.isEmpty()) {
            surround(); // one of them may have come, or come back
        }
        for (VirtualInterface each : wanted) {
            boolean gone = ports.interfaces().state(each.name()) == LinkState.MISSING;
            if (gone && ports.interfaces().state(each.base()) != LinkState.MISSING) {
                surround(); // it may have gone with its base, which then is a new one
                ensure(each);
            }
        }
    }

    private void ensure(VirtualInterface each) {
        try {
            switch (ports.links().ensure(each)) {
                case MADE -> say(LogLevel.INFO, "made " + each.text());
                case ADOPTED -> say(LogLevel.NOTICE, "took over " + each.text() + ", which was there");
                case RENAMED -> say(LogLevel.NOTICE, "renamed what is " + each.text() + " now");
            }
            present.add(each);
            cannotMake.remove(each);
        } catch (PortException e) {
            if (cannotMake.add(each)) { // once, until it succeeds
                say(LogLevel.ERROR, String.valueOf(e.getMessage()));
            }
        }
    }

    private void remove(VirtualInterface old) {
        present.remove(old);
        attempt(() -> {
            if (ports.links().remove(old)) {
                say(LogLevel.INFO, "removed " + old.text());
            }
        });
    }

    private Set<VirtualInterface> union() {
        Set<VirtualInterface> both = new LinkedHashSet<>(present);
        both.addAll(wanted);
        return both;
    }

    /** Only those with a hardware address of their own could mislead a switch. */
    private void silence(Set<VirtualInterface> interfaces) {
        List<String> names = interfaces.stream()
                .filter(each -> each.kind() == VirtualInterface.Kind.MACVLAN)
                .map(VirtualInterface::name)
                .toList();
        try {
            ports.firewall().silenceOnly(names);
        } catch (PortException e) {
            say(LogLevel.WARNING, e.getMessage() + "; a switch may learn the virtual router's address from a backup");
        }
    }

    private void say(LogLevel level, String text) {
        ports.sink().log(level, text);
    }

    private void attempt(Runnable call) {
        try {
            call.run();
        } catch (PortException e) {
            say(LogLevel.WARNING, String.valueOf(e.getMessage()));
        }
    }
}
