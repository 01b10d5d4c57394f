package org.lvsdirector.ipvsctl.saved;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.SyncDaemon;
import org.lvsdirector.ipvs.VirtualService;
import org.lvsdirector.ipvsctl.arguments.Request;
import org.lvsdirector.ipvsctl.arguments.UsageException;
import org.lvsdirector.plan.IpvsTable;

/** Puts a table together from the commands that would make it out of nothing. */
public final class SavedTableBuilder {
    private final Map<ServiceKey, Entry> entries = new LinkedHashMap<>();
    private final List<SyncDaemon> daemons = new ArrayList<>();
    private @Nullable IpvsTimeouts timeouts;

    /** A service, and where it and its real servers stand. */
    private static final class Entry {
        private final VirtualService service;
        private final int line;
        private final Map<RealServerKey, RealServer> servers = new LinkedHashMap<>();
        private final Map<RealServerKey, Integer> lines = new LinkedHashMap<>();

        Entry(VirtualService service, int line) {
            this.service = service;
            this.line = line;
        }
    }

    /** Takes the command of a line. */
    public void add(int line, Request request) throws UsageException {
        if (request instanceof Request.Change change && change.change() instanceof IpvsChange.AddService add) {
            addService(line, add.definition());
        } else if (request instanceof Request.Change change && change.change() instanceof IpvsChange.AddServer add) {
            addServer(line, add.service(), add.server());
        } else if (request instanceof Request.SetTimeouts set) {
            timeouts = set.timeouts();
        } else if (request instanceof Request.StartDaemon start) {
            daemons.add(start.daemon());
        } else if (request instanceof Request.Clear && entries.isEmpty()) {
            return; // which is how many files begin
        } else {
            throw UsageException.rejected("only -A, -a, --set and --start-daemon describe a table");
        }
    }

    private void addService(int line, VirtualService service) throws UsageException {
        Entry before = entries.putIfAbsent(service.key(), new Entry(service, line));
        if (before != null) {
            throw UsageException.rejected("service " + service.key() + " is in line " + before.line + " already");
        }
    }

    private void addServer(int line, ServiceKey service, RealServer server) throws UsageException {
        Entry entry = entries.get(service);
        if (entry == null) {
            throw UsageException.rejected("service " + service + " is not in a line before");
        }
        Integer before = entry.lines.putIfAbsent(server.key(), line);
        if (before != null) {
            throw UsageException.rejected(
                    "real server " + server.key() + " of " + service + " is in line " + before + " already");
        }
        entry.servers.put(server.key(), server);
    }

    /** The whole. */
    public SavedTable build() {
        List<IpvsTable.Row> rows = new ArrayList<>(entries.size());
        for (Entry entry : entries.values()) {
            rows.add(new IpvsTable.Row(entry.service, entry.servers));
        }
        return new SavedTable(IpvsTable.of(rows), timeouts, daemons);
    }

    /** The line that a change to what was read comes from; 0 if there is none, as with what is to be removed. */
    public int lineOf(IpvsChange change) {
        Entry entry = entries.get(change.service());
        if (entry == null) {
            return 0;
        }
        if (change instanceof IpvsChange.AddServer add) {
            return entry.lines.getOrDefault(add.server().key(), 0);
        }
        if (change instanceof IpvsChange.UpdateServer update) {
            return entry.lines.getOrDefault(update.server().key(), 0);
        }
        return change instanceof IpvsChange.RemoveServer ? 0 : entry.line;
    }
}
