package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.SyncDaemonConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.config.keyword.Nearest;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;

/**
 * {@code lvs_sync_daemon INTERFACE [INSTANCE] [id N] [maxlen N] [port N] [ttl N] [group ADDRESS]}, and what it was before it was global:
 * {@code lvs_sync_daemon_interface INTERFACE} in the instance that it follows.
 */
final class SyncDaemonReader {
    private static final String WORD = "lvs_sync_daemon";
    private static final String OF_AN_INSTANCE = "lvs_sync_daemon_interface";
    private static final int LONGEST_NAME = 15;
    /** Least and greatest value of each number. */
    private static final Map<String, long[]> NUMBERS = Map.of(
            "id", new long[] {0, 255},
            "maxlen", new long[] {1, 65_507},
            "port", new long[] {1, 65_535},
            "ttl", new long[] {1, 255});

    private final Problems problems;

    SyncDaemonReader(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    SyncDaemonConfig read(Block root, Block block) {
        Entry entry = block.last(WORD);
        for (Entry instance : root.all("vrrp_instance")) {
            for (Directive line : instance.directive().children()) {
                if (line.word().equals(OF_AN_INSTANCE)) {
                    SyncDaemonConfig old = ofInstance(line, instance.argument(0), entry != null);
                    if (old != null) {
                        return old;
                    }
                }
            }
        }
        return read(entry);
    }

    /** Null where the global word is there, which counts, or the interface is missing. */
    private @Nullable SyncDaemonConfig ofInstance(Directive line, @Nullable String instance, boolean hasGlobal) {
        String interfaceName = line.argument(0);
        if (interfaceName == null || interfaceName.length() > LONGEST_NAME) {
            problems.error(line.placeOf(0), "'" + OF_AN_INSTANCE + "' needs an interface", "write its name behind it");
            return null;
        }
        String now = WORD + " " + interfaceName + " " + instance;
        if (hasGlobal) {
            problems.warning(line.place(), WORD + " in global_defs takes the place of " + OF_AN_INSTANCE, "remove it");
            return null;
        }
        problems.warning(line.place(), "keepalived has given up " + OF_AN_INSTANCE, "write in global_defs: " + now);
        return new SyncDaemonConfig(interfaceName, instance, null, 0, 0, 0, null, line.place());
    }

    private @Nullable SyncDaemonConfig read(@Nullable Entry entry) {
        String interfaceName = entry == null ? null : entry.argument(0);
        if (entry == null) {
            return null;
        }
        if (interfaceName == null || interfaceName.length() > LONGEST_NAME) {
            problems.error(entry.placeOf(0), "'" + WORD + "' needs an interface", "write its name behind it");
            return null;
        }
        int at = 1;
        String instance = entry.argument(1);
        if (instance != null && !isOption(instance)) {
            at = 2;
        } else {
            instance = null;
        }
        Map<String, Integer> numbers = new HashMap<>();
        InetAddress group = null;
        for (; at < entry.argumentCount(); at += 2) {
            String word = String.valueOf(entry.argument(at));
            if (word.equals("group")) {
                group = group(entry, at + 1);
            } else if (NUMBERS.containsKey(word)) {
                number(entry, at + 1, word, numbers);
            } else if (at == 2 && Values.whole(word).isPresent()) {
                number(entry, at, "id", numbers); // as keepalived had it before there were words
                at--;
            } else {
                problems.error(
                        entry.placeOf(at),
                        "'" + WORD + "' does not know '" + word + "'",
                        "write id, maxlen, port, ttl or group and a value");
            }
        }
        return new SyncDaemonConfig(
                interfaceName,
                instance,
                numbers.get("id"),
                numbers.getOrDefault("maxlen", 0),
                numbers.getOrDefault("port", 0),
                numbers.getOrDefault("ttl", 0),
                group,
                entry.place());
    }

    private static boolean isOption(String word) {
        return NUMBERS.containsKey(word) || word.equals("group");
    }

    private void number(Entry entry, int index, String word, Map<String, Integer> numbers) {
        String text = entry.argument(index);
        long[] bounds = NUMBERS.getOrDefault(word, new long[2]);
        OptionalLong value = text == null ? OptionalLong.empty() : Values.whole(text);
        if (value.isEmpty() || value.getAsLong() < bounds[0] || value.getAsLong() > bounds[1]) {
            problems.error(
                    entry.placeOf(index),
                    "'" + word + "' of '" + WORD + "' is a number from " + bounds[0] + " to " + bounds[1],
                    "");
        } else {
            numbers.put(word, (int) value.getAsLong());
        }
    }

    private @Nullable InetAddress group(Entry entry, int index) {
        String text = entry.argument(index);
        InetAddress address = text == null ? null : Addresses.parse(text);
        if (address == null || !address.isMulticastAddress()) {
            problems.error(entry.placeOf(index), "'group' of '" + WORD + "' is a multicast address", "");
            return null;
        }
        return address;
    }

    /** The virtual router that it follows must be there. */
    static void check(@Nullable SyncDaemonConfig daemon, List<VrrpInstanceConfig> instances, Problems problems) {
        Set<String> names = new LinkedHashSet<>();
        instances.forEach(instance -> names.add(instance.name()));
        if (daemon != null && daemon.instance() != null && !names.contains(daemon.instance())) {
            problems.error(
                    daemon.place(),
                    "no vrrp_instance is called '" + daemon.instance() + "'",
                    Nearest.advice(daemon.instance(), names, "name one, or none"));
        }
    }
}
