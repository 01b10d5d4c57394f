package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import java.util.Locale;
import org.lvsdirector.ipvsctl.names.AddressText;

/** Connections as JSON; the schema is in {@code docs/ipvsctl-json.md}. */
final class JsonConnections implements ConnectionPrinter {
    private final JsonWriter json;

    JsonConnections(TextOutput out) {
        json = new JsonWriter(out);
    }

    @Override
    public void begin() {
        json.beginObject().beginArray("connections");
    }

    @Override
    public void connection(Connection connection) throws IOException {
        json.breakLine();
        json.beginObject()
                .member(
                        "protocol",
                        connection.portProtocol() == null
                                ? "fwm"
                                : connection.protocol().toLowerCase(Locale.ROOT));
        json.member("state", connection.state()).member("secondsLeft", connection.secondsLeft());
        end("client", connection.client());
        end("virtual", connection.virtual());
        end("realServer", connection.server());
        if (connection.engine() != null) {
            json.beginObject("persistence").member("engine", connection.engine());
            if (connection.engineData() != null) {
                json.member("data", connection.engineData());
            }
            json.endObject();
        }
        json.endObject();
    }

    private void end(String name, Connection.End end) {
        json.beginObject(name).member("address", AddressText.of(end.address()));
        json.member("port", end.port()).endObject();
    }

    @Override
    public void end() throws IOException {
        json.breakLine();
        json.endArray().endObject().end();
    }
}
