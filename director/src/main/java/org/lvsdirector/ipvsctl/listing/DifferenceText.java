package org.lvsdirector.ipvsctl.listing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.SyncDaemon;
import org.lvsdirector.ipvsctl.Personality;
import org.lvsdirector.ipvsctl.saved.SavedTable;
import org.lvsdirector.ipvsctl.saved.TableDifference;
import org.lvsdirector.plan.IpvsTable;

/**
 * A difference told: as the lines of the saved format that only the kernel's table would have ({@code -}) and those that only the file has
 * ({@code +}), or as JSON.
 */
public final class DifferenceText {
    private final SavedTable present;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final TextOutput lineOutput = new TextOutput(line);
    private final RuleWriter rules;
    private final Sink sink;

    /** Takes the two forms of what differs; null where there is none. */
    private interface Sink {
        void difference(@Nullable String before, @Nullable String after) throws IOException;
    }

    private DifferenceText(SavedTable present, Labels labels, Personality personality, Sink sink) {
        this.present = present;
        this.sink = sink;
        rules = new RuleWriter(personality, labels, lineOutput);
    }

    /** As lines. */
    public static void writeText(
            TableDifference difference, SavedTable present, Labels labels, Personality personality, TextOutput out)
            throws IOException {
        Sink sink = (before, after) -> {
            if (before != null) {
                out.add("- ").add(before).endLine();
            }
            if (after != null) {
                out.add("+ ").add(after).endLine();
            }
        };
        new DifferenceText(present, labels, personality, sink).write(difference);
    }

    /** As JSON; the schema is in {@code docs/ipvsctl-json.md}. */
    public static void writeJson(
            TableDifference difference, SavedTable present, Labels labels, Personality personality, TextOutput out)
            throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.beginObject().beginArray("differences");
        Sink sink = (before, after) -> {
            json.breakLine();
            json.beginObject();
            if (before != null) {
                json.member("table", before);
            }
            if (after != null) {
                json.member("file", after);
            }
            json.endObject();
        };
        new DifferenceText(present, labels, personality, sink).write(difference);
        json.endArray().endObject().end();
    }

    private void write(TableDifference difference) throws IOException {
        for (IpvsChange change : difference.changes()) {
            write(change);
        }
        IpvsTimeouts timeouts = difference.timeouts();
        if (timeouts != null) {
            IpvsTimeouts now = present.timeouts();
            sink.difference(now == null ? null : timeouts(now), timeouts(timeouts));
        }
        for (SyncDaemon daemon : difference.stopped()) {
            sink.difference(daemon(daemon), null);
        }
        for (SyncDaemon daemon : difference.started()) {
            sink.difference(null, daemon(daemon));
        }
    }

    private void write(IpvsChange change) throws IOException {
        IpvsTable.@Nullable Row row = present.services().row(change.service());
        if (change instanceof IpvsChange.AddService add) {
            rules.service("-A", add.definition());
            sink.difference(null, take());
        } else if (change instanceof IpvsChange.AddServer add) {
            rules.server("-a", add.service(), add.server());
            sink.difference(null, take());
        } else if (change instanceof IpvsChange.UpdateService update) {
            @Nullable String before = service(row);
            rules.service("-A", update.definition());
            sink.difference(before, take());
        } else if (change instanceof IpvsChange.UpdateServer update) {
            @Nullable
            String before = server(
                    row, row == null ? null : row.servers().get(update.server().key()));
            rules.server("-a", update.service(), update.server());
            sink.difference(before, take());
        } else if (change instanceof IpvsChange.RemoveServer remove) {
            sink.difference(server(row, row == null ? null : row.servers().get(remove.server())), null);
        } else if (row != null) {
            sink.difference(service(row), null);
            for (RealServer server : row.servers().values()) {
                sink.difference(server(row, server), null);
            }
        }
    }

    private @Nullable String service(IpvsTable.@Nullable Row row) throws IOException {
        if (row == null) {
            return null;
        }
        rules.service("-A", row.service());
        return take();
    }

    private @Nullable String server(IpvsTable.@Nullable Row row, @Nullable RealServer server) throws IOException {
        if (row == null || server == null) {
            return null;
        }
        rules.server("-a", row.key(), server);
        return take();
    }

    private String timeouts(IpvsTimeouts timeouts) throws IOException {
        rules.timeouts(timeouts);
        return take();
    }

    private String daemon(SyncDaemon daemon) throws IOException {
        rules.daemon(daemon);
        return take();
    }

    /** The rule that was just written, without the end of its line. */
    private String take() throws IOException {
        lineOutput.flush();
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return text.stripTrailing();
    }
}
