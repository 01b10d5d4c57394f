package org.lvsdirector.control.firewall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.files.JsonLedger;
import org.lvsdirector.control.firewall.Trace.Kind;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.netfilter.AddressSet;
import org.lvsdirector.netlink.netfilter.IpSets;
import org.lvsdirector.vrrp.settings.IptablesSettings;

/**
 * Brings chains and sets to what is wanted. Sets are there before a rule names them and go after the last one; what may be left of either
 * is in the ledger before it is made.
 */
final class IptablesFirewall {
    private final XtPrograms programs;
    private final Supplier<IpSets> setOpener;
    private final FilterTable table;
    private final JsonLedger<Trace> ledger;
    private final Map<String, AddressSet> filled = new HashMap<>();

    /** @param mark the comment of our rules */
    IptablesFirewall(Programs programs, Supplier<IpSets> setOpener, String mark, JsonLedger<Trace> ledger) {
        this.programs = new XtPrograms(programs);
        this.setOpener = setOpener;
        this.table = new FilterTable(mark);
        this.ledger = ledger;
    }

    /**
     * Goes over to this; waits for programs.
     *
     * @param settings null where there is nothing to do but to take away what is left
     * @throws IOException with all that did not work; the rest was done
     */
    void apply(@Nullable IptablesSettings settings, DropWish wish) throws IOException {
        List<String> failures = new ArrayList<>();
        Set<Trace> traces = new LinkedHashSet<>(ledger.read());
        DropWish wanted = settings == null ? DropWish.NOTHING : wish;
        List<AddressSet> sets =
                settings == null ? List.of() : DropSets.of(settings.sets(), settings.output() != null, wanted);
        note(traces, sets.stream().map(set -> new Trace(Kind.SET, set.name())).toList());
        attempt(failures, () -> fill(sets));
        for (XtFamily family : XtFamily.values()) {
            List<DropRule> rules = settings == null ? List.of() : DropRules.of(settings, family, wanted);
            attempt(failures, () -> bringTo(family, rules, traces));
        }
        attempt(failures, () -> removeOthers(sets, traces));
        ledger.write(traces);
        if (!failures.isEmpty()) {
            throw new IOException(String.join("; ", failures));
        }
    }

    private void bringTo(XtFamily family, List<DropRule> rules, Set<Trace> traces) throws IOException {
        List<Trace> before = XtPrograms.sorts(family).stream()
                .map(sort -> new Trace(Kind.RULES, sort))
                .toList();
        String taken = null;
        if (!rules.isEmpty()) {
            List<Trace> known = before.stream().filter(traces::contains).toList();
            note(traces, before);
            try {
                taken = programs.replace(family, table, rules);
            } catch (IOException nobody) {
                before.stream().filter(trace -> !known.contains(trace)).forEach(traces::remove);
                throw nobody;
            }
        }
        for (Trace trace : before) {
            if (!trace.name().equals(taken) && traces.contains(trace)) {
                clear(trace.name());
                traces.remove(trace);
            }
        }
    }

    private void clear(String sort) throws IOException {
        try {
            programs.replace(sort, table, List.of());
        } catch (NoProgram nothingLeft) {
            // What is not there has left nothing.
        }
    }

    private void fill(List<AddressSet> sets) {
        if (sets.isEmpty()) {
            return;
        }
        try (IpSets kernel = setOpener.get()) {
            for (AddressSet set : sets) {
                AddressSet before = filled.get(set.name());
                kernel.fill(set);
                if (before == null) {
                    kernel.empty(set.name()); // of what a former life has left in it
                    kernel.fill(set);
                } else {
                    List<AddressSet.Member> gone = new ArrayList<>(before.members());
                    gone.removeAll(set.members());
                    kernel.takeOut(set, gone);
                }
                filled.put(set.name(), set);
            }
        }
    }

    private void removeOthers(List<AddressSet> staying, Set<Trace> traces) {
        List<Trace> others = traces.stream()
                .filter(trace -> trace.kind() == Kind.SET
                        && staying.stream().noneMatch(set -> set.name().equals(trace.name())))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        try (IpSets kernel = setOpener.get()) {
            for (Trace trace : others) {
                boolean unused = kernel.remove(trace.name());
                filled.remove(trace.name());
                traces.remove(trace);
            }
        }
    }

    private void note(Set<Trace> traces, List<Trace> more) throws IOException {
        if (traces.addAll(more)) {
            ledger.write(traces);
        }
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static void attempt(List<String> failures, Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException | NetlinkException | LinuxException failure) {
            failures.add(String.valueOf(failure.getMessage()));
        }
    }
}
