package org.lvsdirector.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lvsdirector.testing.Host;

/**
 * The states that each virtual service of a machine goes through, read from the kernel's own listing. What does not last from
 * one look to the next is a step on the way and not a state.
 */
final class TableStates {
    /** The state of a service that was there before, or comes later. */
    static final String ABSENT = "absent";

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int SCHEDULER_WORD = 2;
    private static final int WEIGHT_WORD = 3;

    private final Path listing;
    private final Map<String, List<String>> seen = new TreeMap<>();
    private Map<String, String> before = Map.of();
    private long lastChange = System.nanoTime();

    TableStates(Host host) {
        listing = Path.of("/proc/" + host.pid() + "/net/ip_vs");
    }

    /**
     * Looks until nothing has changed for a while.
     *
     * @return by service, the states since the last call, the one at that time first
     */
    Map<String, List<String>> untilQuietFor(long quietNanos) {
        lastChange = System.nanoTime();
        while (System.nanoTime() - lastChange < quietNanos) {
            look();
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        Map<String, List<String>> states = new TreeMap<>();
        seen.forEach((service, each) -> states.put(service, List.copyOf(each)));
        seen.replaceAll((service, each) -> new ArrayList<>(each.subList(each.size() - 1, each.size())));
        return states;
    }

    private void look() {
        Map<String, String> now = table();
        if (!now.equals(before)) {
            lastChange = System.nanoTime();
        }
        Map<String, String> all = new TreeMap<>(now);
        seen.keySet().forEach(service -> all.putIfAbsent(service, ABSENT));
        all.forEach((service, state) -> {
            List<String> states = seen.computeIfAbsent(service, fresh -> new ArrayList<>());
            boolean lasted = state.equals(before.getOrDefault(service, ABSENT));
            if (lasted && (states.isEmpty() || !states.get(states.size() - 1).equals(state))) {
                states.add(state);
            }
        });
        before = now;
    }

    /** By service, such as {@code TCP 10.99.0.1:80}, its scheduler and its real servers with their weights. */
    Map<String, String> table() {
        Map<String, TreeSet<String>> servers = new TreeMap<>();
        Map<String, String> services = new TreeMap<>();
        String service = "";
        for (String line : lines()) {
            String[] words = line.strip().split("\\s+", -1);
            if (words[0].equals("->") && words[1].contains(":") && !words[1].startsWith("Remote")) {
                servers.computeIfAbsent(service, fresh -> new TreeSet<>())
                        .add(endpoint(words[1]) + "=" + words[WEIGHT_WORD]);
            } else if (words[0].matches("TCP|UDP|FWM")) {
                service = words[0] + " " + (words[0].equals("FWM") ? words[1] : endpoint(words[1]));
                services.put(service, words[SCHEDULER_WORD]);
            }
        }
        services.replaceAll((name, scheduler) -> scheduler + " " + servers.getOrDefault(name, new TreeSet<>()));
        return services;
    }

    private static String endpoint(String hexadecimal) {
        if (hexadecimal.startsWith("[")) {
            return hexadecimal;
        }
        try {
            byte[] address = HexFormat.of().parseHex(hexadecimal.substring(0, 2 * Integer.BYTES));
            int port = Integer.parseInt(hexadecimal.substring(2 * Integer.BYTES + 1), 2 * Long.BYTES);
            return InetAddress.getByAddress(address).getHostAddress() + ":" + port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(listing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
