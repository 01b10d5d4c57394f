package org.lvsdirector.control.checkers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.lvsdirector.ipvs.ChangeResult;
import org.lvsdirector.plan.ChangeWords;
import org.lvsdirector.plan.Diff;
import org.lvsdirector.reconcile.Pass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What passes over the table have to say: each thing once while it lasts, and never more lines at a time than people read. */
final class TableLog {
    private static final Logger LOG = LoggerFactory.getLogger(TableLog.class);
    private static final int MOST_LINES = 10;

    private Set<String> failing = Set.of();
    private List<Diff.Stranger> strangers = List.of();

    /** What a whole comparison found. */
    void compared(Pass pass) {
        List<String> healed = new ArrayList<>();
        pass.healed()
                .forEach(change ->
                        healed.add(ChangeWords.line(change, pass.found()).toString()));
        say(healed, line -> LOG.warn("Drift healed: {}", line));
        pass.byHand()
                .forEach(weight -> LOG.warn(
                        "{}. It stays until the server's next health change, a reload or 'director heal'", weight));
        Set<Diff.Stranger> fresh = new LinkedHashSet<>(pass.strangers());
        fresh.removeAll(Set.copyOf(strangers));
        say(
                fresh.stream()
                        .map(stranger -> ChangeWords.line(stranger).toString())
                        .toList(),
                line -> LOG.info("Found in the table: {}", line));
        strangers = pass.strangers();
        List<String> now = failures(pass);
        sayFresh(now);
        if (now.isEmpty() && !failing.isEmpty()) {
            LOG.info("The table is as it should be again");
        }
        failing = Set.copyOf(now);
    }

    /** What became of some changes; that these succeeded does not undo the failure of others. */
    void changed(Pass pass) {
        List<String> now = failures(pass);
        sayFresh(now);
        Set<String> all = new LinkedHashSet<>(failing);
        all.addAll(now);
        failing = all;
    }

    /** What could not be removed at the end. */
    void left(Pass pass) {
        say(failures(pass), line -> LOG.error("{}. It stays in the table, and in the ledger for the next start", line));
    }

    /** The kernel could not be asked at all. */
    void unreachable(RuntimeException failure) {
        List<String> now = List.of(String.valueOf(failure.getMessage()));
        sayFresh(now);
        failing = Set.copyOf(now);
    }

    /** What is wrong at present. */
    List<String> remarks() {
        return List.copyOf(failing);
    }

    /** What is not ours, as the last comparison found it. */
    List<Diff.Stranger> strangers() {
        return strangers;
    }

    private void sayFresh(List<String> now) {
        say(
                now.stream().filter(line -> !failing.contains(line)).toList(),
                line -> LOG.error("{}. Trying again soon", line));
    }

    private static List<String> failures(Pass pass) {
        return pass.failures().stream().map(TableLog::words).toList();
    }

    private static String words(ChangeResult result) {
        return result.failure() == null ? "" : String.valueOf(result.failure().getMessage());
    }

    private static void say(List<String> lines, Consumer<String> sink) {
        lines.stream().limit(MOST_LINES).forEach(sink);
        if (lines.size() > MOST_LINES) {
            sink.accept("and " + (lines.size() - MOST_LINES) + " more of the kind");
        }
    }
}
