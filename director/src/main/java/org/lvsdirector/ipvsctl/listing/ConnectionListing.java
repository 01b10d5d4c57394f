package org.lvsdirector.ipvsctl.listing;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvsctl.names.AddressText;

/**
 * {@code -L -c}: the connections as {@code /proc/net/ip_vs_conn} has them: protocol, then client, virtual and real server as address and
 * port in hexadecimal, state, seconds left, and the name and data of a persistence engine.
 */
public final class ConnectionListing {
    private static final int HEXADECIMAL = 16;
    private static final int IPV4_DIGITS = 8;
    private static final int FIELDS = 9;

    private final boolean withEngineData;
    private final Labels labels;
    private final TextOutput out;

    public ConnectionListing(boolean withEngineData, Labels labels, TextOutput out) {
        this.withEngineData = withEngineData;
        this.labels = labels;
        this.out = out;
    }

    /** Lists the connections of the kernel's file, whose first line is a title. */
    public void write(BufferedReader connections) throws IOException {
        out.add("IPVS connection entries").endLine();
        out.add("pro expire ").left("state", 11);
        out.add(" ").left("source", 18).add(" ").left("virtual", 18).add(" ");
        if (withEngineData) {
            out.left("destination", 18)
                    .add(" ")
                    .left("pe name", 16)
                    .add(" pe_data")
                    .endLine();
        } else {
            out.add("destination").endLine();
        }
        connections.readLine();
        String line = connections.readLine();
        while (line != null) {
            StringTokenizer fields = new StringTokenizer(line);
            if (fields.countTokens() >= FIELDS) {
                write(fields);
            }
            line = connections.readLine();
        }
    }

    private void write(StringTokenizer fields) throws IOException {
        String protocolName = fields.nextToken();
        Protocol protocol =
                protocolName.equals("UDP") ? Protocol.UDP : protocolName.equals("SCTP") ? Protocol.SCTP : Protocol.TCP;
        String source = endpoint(fields, protocol);
        String virtual = endpoint(fields, protocol);
        String destination = endpoint(fields, protocol);
        String state = fields.nextToken();
        long seconds = Long.parseLong(fields.nextToken());
        out.left(protocolName, 3).add(" ").left(clock(seconds), 6);
        out.add(" ").left(state, 11);
        out.add(" ").left(source, 18);
        out.add(" ").left(virtual, 18).add(" ");
        if (withEngineData && fields.hasMoreTokens()) {
            out.left(destination, 16).add(" ").left(fields.nextToken(), 18);
            out.add(" ").add(fields.hasMoreTokens() ? fields.nextToken() : "");
        } else {
            out.add(destination);
        }
        out.endLine();
    }

    /** Minutes and seconds. */
    private static String clock(long seconds) {
        return twoDigits(seconds / 60) + ":" + twoDigits(seconds % 60);
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    private String endpoint(StringTokenizer fields, Protocol protocol) throws IOException {
        String addressField = fields.nextToken();
        int port = Integer.parseInt(fields.nextToken(), HEXADECIMAL);
        @Nullable
        InetAddress address = addressField.length() == IPV4_DIGITS
                ? AddressText.ipv4("0x" + addressField)
                : AddressText.ipv6(addressField);
        if (address == null) {
            throw new IOException("unexpected address " + addressField + " among the kernel's connections");
        }
        return labels.endpoint(address, port, protocol);
    }
}
