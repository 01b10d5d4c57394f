package org.lvsdirector.ipvsctl.listing;

import java.io.BufferedReader;
import java.io.IOException;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvsctl.arguments.Filter;

/** {@code -L -c}: the connections as {@code /proc/net/ip_vs_conn} has them. */
public final class ConnectionListing {
    private final Filter filter;
    private final ConnectionPrinter printer;

    private ConnectionListing(Filter filter, ConnectionPrinter printer) {
        this.filter = filter;
        this.printer = printer;
    }

    /** In ipvsadm's columns. */
    public static ConnectionListing asText(Filter filter, boolean withEngineData, Labels labels, TextOutput out) {
        return new ConnectionListing(filter, new TextConnections(withEngineData, labels, out));
    }

    /** As JSON. */
    public static ConnectionListing asJson(Filter filter, TextOutput out) {
        return new ConnectionListing(filter, new JsonConnections(out));
    }

    /** Lists the connections of the kernel's file, whose first line is a title. */
    public void write(BufferedReader connections) throws IOException {
        printer.begin();
        connections.readLine();
        for (String line = connections.readLine(); line != null; line = connections.readLine()) {
            Connection connection = Connection.read(line);
            if (connection != null && isWanted(connection)) {
                printer.connection(connection);
            }
        }
        printer.end();
    }

    private boolean isWanted(Connection connection) {
        Protocol protocol = connection.portProtocol();
        Connection.End virtual = connection.virtual();
        boolean service =
                protocol == null ? filter.wantsMarks() : filter.wants(protocol, virtual.address(), virtual.port());
        return service
                && filter.wantsServer(
                        connection.server().address(), connection.server().port())
                && filter.wantsState(connection.state());
    }
}
