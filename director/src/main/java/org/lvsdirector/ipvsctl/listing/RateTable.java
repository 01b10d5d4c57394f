package org.lvsdirector.ipvsctl.listing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.TrafficStats;
import org.lvsdirector.ipvsctl.Personality;
import org.lvsdirector.ipvsctl.arguments.Filter;
import org.lvsdirector.ipvsctl.arguments.WatchColumn;

/** One look of {@code watch}: services with their rates, and under each its real servers, the busiest first. */
public final class RateTable {
    private static final int LABEL_WIDTH = 33;
    private static final int COUNT_WIDTH = 9;

    private final Filter filter;
    private final WatchColumn column;
    private final Labels labels;
    private final Counters counters = new Counters(false);
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final TextOutput out = new TextOutput(text);

    /** A service or a real server with what it is sorted by. */
    private record Row<T>(T entry, TrafficStats stats, long active, long inactive) {
        long by(WatchColumn column) {
            return switch (column) {
                case NAME -> 0;
                case CONNECTIONS -> stats.connectionsPerSecond();
                case IN_PACKETS -> stats.inPacketsPerSecond();
                case OUT_PACKETS -> stats.outPacketsPerSecond();
                case IN_BYTES -> stats.inBytesPerSecond();
                case OUT_BYTES -> stats.outBytesPerSecond();
                case ACTIVE -> active;
                case INACTIVE -> inactive;
            };
        }
    }

    public RateTable(Filter filter, WatchColumn column, Labels labels) {
        this.filter = filter;
        this.column = column;
        this.labels = labels;
    }

    /** The titles of the columns. */
    public String titles() throws IOException {
        out.left("Prot LocalAddress:Port", LABEL_WIDTH);
        for (String title : List.of("CPS", "InPPS", "OutPPS", "InBPS", "OutBPS", "Active", "Inactive")) {
            out.right(title, COUNT_WIDTH);
        }
        return take();
    }

    /** The lines of now. */
    public List<String> lines(Ipvs ipvs) throws IOException {
        Ordering ordering = Ordering.of(Personality.IPVSCTL);
        List<Row<ServiceEntry>> services = new ArrayList<>();
        List<List<Row<RealServerEntry>>> serversOfAll = new ArrayList<>();
        for (ServiceEntry service : ordering.services(ipvs.services())) {
            ServiceKey key = service.service().key();
            if (!filter.wants(key)) {
                continue;
            }
            List<Row<RealServerEntry>> servers = new ArrayList<>();
            long active = 0;
            long inactive = 0;
            for (RealServerEntry server : ordering.servers(ipvs.realServers(key))) {
                RealServerKey serverKey = server.server().key();
                if (filter.wantsServer(serverKey.address(), serverKey.port())) {
                    servers.add(new Row<>(
                            server, server.stats(), server.activeConnections(), server.inactiveConnections()));
                    active += server.activeConnections();
                    inactive += server.inactiveConnections();
                }
            }
            if (filter.server() == null || !servers.isEmpty()) {
                services.add(new Row<>(service, service.stats(), active, inactive));
                serversOfAll.add(sorted(servers));
            }
        }
        return lines(services, serversOfAll);
    }

    /** Equal ones stay in the order of their names. */
    private <T> List<Row<T>> sorted(List<Row<T>> rows) {
        rows.sort((left, right) -> Long.compareUnsigned(right.by(column), left.by(column)));
        return rows;
    }

    private List<String> lines(List<Row<ServiceEntry>> services, List<List<Row<RealServerEntry>>> servers)
            throws IOException {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            order.add(i);
        }
        order.sort((left, right) -> Long.compareUnsigned(
                services.get(right).by(column), services.get(left).by(column)));
        List<String> lines = new ArrayList<>();
        for (int i : order) {
            ServiceKey key = services.get(i).entry().service().key();
            labels.service(key, out.beginColumn()).endColumn(LABEL_WIDTH);
            lines.add(numbers(services.get(i)));
            for (Row<RealServerEntry> server : servers.get(i)) {
                out.beginColumn();
                labels.server(server.entry().server().key(), key, out.add("  -> "))
                        .endColumn(LABEL_WIDTH);
                lines.add(numbers(server));
            }
        }
        return lines;
    }

    private String numbers(Row<?> row) throws IOException {
        counters.add(out, row.stats().connectionsPerSecond());
        counters.add(out, row.stats().inPacketsPerSecond());
        counters.add(out, row.stats().outPacketsPerSecond());
        counters.add(out, row.stats().inBytesPerSecond());
        counters.add(out, row.stats().outBytesPerSecond());
        counters.add(out, row.active());
        counters.add(out, row.inactive());
        return take();
    }

    private String take() throws IOException {
        out.flush();
        String line = text.toString(StandardCharsets.UTF_8);
        text.reset();
        return line;
    }
}
