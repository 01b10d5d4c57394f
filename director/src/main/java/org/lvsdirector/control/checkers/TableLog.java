package org.lvsdirector.control.checkers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.lvsdirector.ipvs.ChangeResult;
import org.lvsdirector.plan.ChangeWords;
import org.lvsdirector.plan.Diff;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.reconcile.Pass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What passes over the table have to say: each thing once while it lasts, and never more lines at a time than people read. */
final class TableLog {
    private static final Logger LOG = LoggerFactory.getLogger(TableLog.class);
    private static final int MOST_LINES = 10;

    private List<String> failing = List.of();
    private List<Diff.Stranger> strangers = List.of();

    /** What a whole comparison found. */
    void compared(Pass pass, IpvsTable before) {
        List<String> healed = new ArrayList<>();
        pass.healed()
                .forEach(change -> healed.add(ChangeWords.line(change, before).toString()));
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
        changed(pass);
    }

    /** What became of changes. */
    void changed(Pass pass) {
        List<String> now = pass.failures().stream().map(TableLog::words).toList();
        if (!now.equals(failing)) {
            say(now, line -> LOG.error("{}. Trying again soon", line));
            if (now.isEmpty()) {
                LOG.info("The table is as it should be again");
            }
        }
        failing = now;
    }

    /** The kernel could not be asked at all. */
    void unreachable(RuntimeException failure) {
        List<String> now = List.of(String.valueOf(failure.getMessage()));
        if (!now.equals(failing)) {
            LOG.error("{}. Trying again soon", now.get(0));
        }
        failing = now;
    }

    /** What is wrong at present. */
    List<String> remarks() {
        return failing;
    }

    /** What is not ours, as the last comparison found it. */
    List<Diff.Stranger> strangers() {
        return strangers;
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
