package org.lvsdirector.ipvsctl.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Protocol;

/**
 * {@code /etc/services}, see services(5): lines of {@code name port/protocol aliases}. Of several lines for a port or a name the first
 * counts.
 */
final class ServicesFile {
    private final Map<String, Integer> portByName = new HashMap<>();
    private final Map<String, String> nameByPort = new HashMap<>();

    private ServicesFile(List<String> lines) {
        for (String line : lines) {
            int comment = line.indexOf('#');
            add(new StringTokenizer(comment < 0 ? line : line.substring(0, comment)));
        }
    }

    /** Reads the file; one that is absent or unreadable names nothing. */
    static ServicesFile read(Path file) {
        try {
            // Latin-1 takes any byte: a stray one in a comment must not cost the names.
            return new ServicesFile(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return new ServicesFile(List.of());
        }
    }

    private void add(StringTokenizer words) {
        if (words.countTokens() < 2) {
            return;
        }
        String name = words.nextToken();
        String portAndProtocol = words.nextToken();
        int slash = portAndProtocol.indexOf('/');
        if (slash < 1) {
            return;
        }
        int port;
        try {
            port = Integer.parseInt(portAndProtocol.substring(0, slash));
        } catch (NumberFormatException e) {
            return;
        }
        String suffix = portAndProtocol.substring(slash);
        nameByPort.putIfAbsent(portAndProtocol, name);
        portByName.putIfAbsent(name + suffix, port);
        while (words.hasMoreTokens()) {
            portByName.putIfAbsent(words.nextToken() + suffix, port);
        }
    }

    int portOf(String service, Protocol protocol) {
        return portByName.getOrDefault(service + suffix(protocol), -1);
    }

    @Nullable
    String serviceAt(int port, Protocol protocol) {
        return nameByPort.get(port + suffix(protocol));
    }

    private static String suffix(Protocol protocol) {
        return "/" + protocol.name().toLowerCase(Locale.ROOT);
    }
}
