package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import java.net.InetAddress;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvsctl.names.AddressText;

/**
 * A line of {@code /proc/net/ip_vs_conn}: protocol, then client, virtual and real server as address and port in hexadecimal, state,
 * seconds left, and the name and data of a persistence engine.
 *
 * @param protocol as the kernel writes it: TCP, UDP, SCTP, or IP for a persistence template of a service by mark
 * @param engine name of the persistence engine, or null
 * @param engineData by which it tells clients apart; may be missing where there is an engine
 */
record Connection(
        String protocol,
        End client,
        End virtual,
        End server,
        String state,
        long secondsLeft,
        @Nullable String engine,
        @Nullable String engineData) {
    private static final int HEXADECIMAL = 16;
    private static final int IPV4_DIGITS = 8;
    private static final int FIELDS = 9;

    /** One end of it. */
    record End(InetAddress address, int port) {}

    /** Reads a line; null for one that holds no connection. */
    static @Nullable Connection read(String line) throws IOException {
        StringTokenizer fields = new StringTokenizer(line);
        if (fields.countTokens() < FIELDS) {
            return null;
        }
        String protocol = fields.nextToken();
        End client = end(fields);
        End virtual = end(fields);
        End server = end(fields);
        return new Connection(
                protocol,
                client,
                virtual,
                server,
                fields.nextToken(),
                Long.parseLong(fields.nextToken()),
                fields.hasMoreTokens() ? fields.nextToken() : null,
                fields.hasMoreTokens() ? fields.nextToken() : null);
    }

    private static End end(StringTokenizer fields) throws IOException {
        String field = fields.nextToken();
        int port = Integer.parseInt(fields.nextToken(), HEXADECIMAL);
        @Nullable
        InetAddress address = field.length() == IPV4_DIGITS ? AddressText.ipv4("0x" + field) : AddressText.ipv6(field);
        if (address == null) {
            throw new IOException("unexpected address " + field + " among the kernel's connections");
        }
        return new End(address, port);
    }

    /** The protocol, or null for a template of a service by mark, which stands for all. */
    @Nullable
    Protocol portProtocol() {
        return switch (protocol) {
            case "TCP" -> Protocol.TCP;
            case "UDP" -> Protocol.UDP;
            case "SCTP" -> Protocol.SCTP;
            default -> null;
        };
    }
}
