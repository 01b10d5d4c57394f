package org.lvsdirector.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.VirtualService;

/** A whole table as a value: what should be, or what was seen. Keeps the order of insertion; never changes. */
public final class IpvsTable {
    /** A table with nothing in it. */
    public static final IpvsTable EMPTY = new IpvsTable(Map.of());

    private final Map<ServiceKey, Row> rows;

    private IpvsTable(Map<ServiceKey, Row> rows) {
        this.rows = rows;
    }

    /** One service with its real servers. */
    public record Row(VirtualService service, Map<RealServerKey, RealServer> servers) {
        public Row {
            servers = CompactMap.copyOf(servers);
        }

        /** A row of servers in this order; of two with one key the later counts. */
        public static Row of(VirtualService service, Collection<RealServer> servers) {
            Map<RealServerKey, RealServer> byKey = new LinkedHashMap<>();
            servers.forEach(server -> byKey.put(server.key(), server));
            return new Row(service, byKey);
        }

        public ServiceKey key() {
            return service.key();
        }
    }

    /** A table of these rows; of two with one key the later counts. */
    public static IpvsTable of(Collection<Row> rows) {
        Map<ServiceKey, Row> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        return new IpvsTable(Collections.unmodifiableMap(byKey));
    }

    /** The rows in order. */
    public List<Row> rows() {
        return new ArrayList<>(rows.values());
    }

    /** This table with other rows for these services; new ones come last. */
    public IpvsTable with(Collection<Row> changed) {
        Map<ServiceKey, Row> all = new LinkedHashMap<>(rows);
        changed.forEach(row -> all.put(row.key(), row));
        return new IpvsTable(Collections.unmodifiableMap(all));
    }

    /** The row of a service, or null. */
    public @Nullable Row row(ServiceKey key) {
        return rows.get(key);
    }

    /** A server of a service, or null if either is absent. */
    public @Nullable RealServer server(ServiceKey service, RealServerKey server) {
        Row row = rows.get(service);
        return row == null ? null : row.servers().get(server);
    }

    /** Whether there is no service. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Equal content, in whatever order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpvsTable table && rows.equals(table.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return rows.values().toString();
    }
}
