package org.lvsdirector.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lvsdirector.testing.Host;

/**
 * What each virtual service of a machine was with most real servers, which is before any check has failed, with everything that the kernel's
 * own listing tells of both but their connections.
 */
final class FullestTable {
    private static final int WEIGHT_WORD = 3;

    private final Path listing;
    private final Map<String, Set<String>> fullest = new TreeMap<>();

    FullestTable(Host host) {
        listing = Path.of("/proc/" + host.pid() + "/net/ip_vs");
    }

    /** Looks once more, and returns what has been seen so far of the services that are still there. */
    Map<String, Set<String>> look() {
        Map<String, Set<String>> now = now();
        fullest.keySet().retainAll(now.keySet());
        now.forEach((service, servers) ->
                fullest.merge(service, servers, (before, seen) -> seen.size() > before.size() ? seen : before));
        return Map.copyOf(fullest);
    }

    /** What is there at this moment: by service its real servers, each with its method and weight. */
    Map<String, Set<String>> now() {
        Map<String, Set<String>> services = new TreeMap<>();
        Set<String> servers = new TreeSet<>();
        for (String line : lines()) {
            String[] words = line.strip().split("\\s+", -1);
            if (words[0].matches("TCP|UDP|SCTP|FWM")) {
                servers = services.computeIfAbsent(String.join(" ", words), fresh -> new TreeSet<>());
            } else if (words[0].equals("->") && words[1].contains(":") && !words[1].startsWith("Remote")) {
                servers.add(String.join(" ", words[1], words[2], words[WEIGHT_WORD]));
            }
        }
        return services;
    }

    private Iterable<String> lines() {
        try {
            return Files.readAllLines(listing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
