package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;

/** Connections in ipvsadm's columns. */
final class TextConnections implements ConnectionPrinter {
    private static final int END_WIDTH = 18;
    private static final int STATE_WIDTH = 11;
    private static final int SECONDS_PER_MINUTE = 60;

    private final boolean withEngineData;
    private final Labels labels;
    private final TextOutput out;

    TextConnections(boolean withEngineData, Labels labels, TextOutput out) {
        this.withEngineData = withEngineData;
        this.labels = labels;
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        out.add("IPVS connection entries").endLine();
        out.add("pro expire ").left("state", STATE_WIDTH);
        out.add(" ").left("source", END_WIDTH).add(" ").left("virtual", END_WIDTH);
        if (withEngineData) {
            out.add(" ").left("destination", END_WIDTH).add(" ").left("pe name", 16);
            out.add(" pe_data").endLine();
        } else {
            out.add(" destination").endLine();
        }
    }

    @Override
    public void connection(Connection connection) throws IOException {
        out.left(connection.protocol(), 3).add(" ").beginColumn();
        twoDigits(connection.secondsLeft() / SECONDS_PER_MINUTE);
        twoDigits(connection.secondsLeft() % SECONDS_PER_MINUTE, out.add(":"));
        out.endColumn(6).add(" ").left(connection.state(), STATE_WIDTH);
        end(connection, connection.client(), END_WIDTH);
        end(connection, connection.virtual(), END_WIDTH);
        if (withEngineData && connection.engine() != null) {
            end(connection, connection.server(), 16);
            out.add(" ").left(connection.engine(), END_WIDTH).add(" ");
            out.add(connection.engineData() == null ? "" : connection.engineData());
        } else {
            end(connection, connection.server(), 0);
        }
        out.endLine();
    }

    private void end(Connection connection, Connection.End end, int width) {
        out.add(" ").beginColumn();
        labels.endpoint(end.address(), end.port(), connection.portProtocol(), out);
        out.endColumn(width);
    }

    private void twoDigits(long number) {
        twoDigits(number, out);
    }

    private static void twoDigits(long number, TextOutput out) {
        if (number < 10) {
            out.add("0");
        }
        out.add(number);
    }

    @Override
    public void end() {}
}
