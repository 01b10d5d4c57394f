package org.lvsdirector.ipvsctl.arguments;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvsctl.names.AddressText;
import org.lvsdirector.ipvsctl.names.Names;

/**
 * An address with or without a port, as it stands on the command line: {@code 10.0.0.1:80}, {@code host:http}, {@code fd00::1},
 * {@code [fd00::1]:80}.
 */
final class Endpoint {
    private static final int NO_PORT = -1;
    private static final int MAX_PORT = 0xFFFF;

    private final InetAddress address;
    /** 0 to 65535, or {@link #NO_PORT}. */
    private final int port;

    private @Nullable RealServerKey lastServer;
    private @Nullable RealServer lastDefinition;

    private Endpoint(InetAddress address, int port) {
        this.address = address;
        this.port = port;
    }

    InetAddress address() {
        return address;
    }

    /** The port, or another one if there is none. */
    int portOr(int other) {
        return port == NO_PORT ? other : port;
    }

    /** The real server here, or at another port if there is none. */
    RealServerKey server(int otherPort) {
        return serverAt(portOr(otherPort));
    }

    /** The real server with this address and some port; mostly one object. */
    RealServerKey serverAt(int itsPort) {
        RealServerKey server = lastServer;
        if (server == null || server.port() != itsPort) {
            server = new RealServerKey(address, itsPort);
            lastServer = server;
        }
        return server;
    }

    /** The same definition, as the object that was the last one here if they are equal. */
    RealServer remembered(RealServer definition) {
        RealServer last = lastDefinition;
        if (last == null || !last.equals(definition)) {
            last = definition;
            lastDefinition = last;
        }
        return last;
    }

    /** Reads an endpoint, or returns null. ipvsadm takes brackets only with a port, and no text of digits alone. */
    static @Nullable Endpoint read(String text, Protocol protocol, Names names) {
        if (isNumber(text)) {
            return null;
        }
        String host = text;
        String port = null;
        if (text.startsWith("[")) {
            int end = text.indexOf("]:");
            if (end < 0) {
                return null;
            }
            host = text.substring(1, end);
            port = text.substring(end + 2);
        }
        InetAddress address = AddressText.ipv6(host);
        if (address == null) {
            int colon = host.lastIndexOf(':');
            port = colon < 0 ? null : host.substring(colon + 1);
            address = ipv4(colon < 0 ? host : host.substring(0, colon), names);
        }
        if (address == null) {
            return null;
        }
        if (port == null) {
            return new Endpoint(address, NO_PORT);
        }
        int number = portNumber(port, protocol, names);
        return number < 0 ? null : new Endpoint(address, number);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable InetAddress ipv4(String host, Names names) {
        InetAddress address = AddressText.ipv4(host);
        return address == null && !host.isEmpty() ? names.addressOf(host) : address;
    }

    private static int portNumber(String text, Protocol protocol, Names names) {
        long number = Numbers.read(text, 0, MAX_PORT);
        return number == Numbers.INVALID ? names.portOf(text, protocol) : (int) number;
    }
}
