package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.BfdConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.AddressFamily;

/** {@code bfd_instance} blocks. */
final class BfdReader {
    private static final int IPV4_TTL = 255;
    private static final int IPV6_TTL = 64;
    private static final int LONGEST_NAME = 31;

    private final Blocks blocks;
    private final Names names;
    private final Problems problems;

    BfdReader(Blocks blocks, Problems problems) {
        this.blocks = blocks;
        this.names = new Names("bfd_instance", problems);
        this.problems = problems;
    }

    List<BfdConfig> read(Block root) {
        List<BfdConfig> sessions = new ArrayList<>();
        Map<InetAddress, String> neighbours = new HashMap<>();
        for (Entry opener : root.all("bfd_instance")) {
            BfdConfig session = session(names.of(opener), blocks.of(opener));
            if (session != null) {
                String other = neighbours.putIfAbsent(session.neighbour(), session.name());
                if (other != null) {
                    problems.error(
                            session.place(),
                            "'" + session.name() + "' and '" + other + "' have the same neighbor_ip",
                            "one session tells all there is to know");
                }
                sessions.add(session);
            }
        }
        return sessions;
    }

    /** Null, with a report, for one without a neighbour. */
    private @Nullable BfdConfig session(String name, Block block) {
        if (name.length() > LONGEST_NAME) {
            problems.error(
                    block.place(),
                    "the name '" + name + "' is too long",
                    "use " + LONGEST_NAME + " characters at most");
        }
        InetAddress neighbour = block.address("neighbor_ip");
        InetAddress source = block.address("source_ip");
        if (!block.has("neighbor_ip")) {
            problems.error(
                    block.place(), "bfd_instance '" + name + "' has no neighbour", "add a line: neighbor_ip ADDRESS");
        }
        if (neighbour == null) {
            return null;
        }
        if (source != null && AddressFamily.of(source) != AddressFamily.of(neighbour)) {
            problems.error(
                    block.placeOf("source_ip"),
                    "source_ip and neighbor_ip are of different families",
                    "write an address of the neighbour's family");
        }
        Entry weight = block.last("weight");
        Weight none = new Weight(0, false);
        Weight read = weight == null ? none : Weight.read(block, weight, 0, none);
        int ttl = ttl(block, neighbour);
        int hops = (int) block.number("max_hops");
        if (hops > ttl) {
            problems.warning(
                    block.placeOf("max_hops"), "max_hops " + hops + " is more than the ttl", "no packet has so many");
        }
        return new BfdConfig(
                name,
                neighbour,
                source,
                millis(block, "min_rx"),
                millis(block, "min_tx"),
                millis(block, "idle_tx"),
                (int) block.number("multiplier"),
                block.flag("passive"),
                ttl,
                Math.min(hops, ttl),
                block.flag("multihop"),
                read.value(),
                read.reverse(),
                block.flag("vrrp") || !block.flag("checker"),
                block.flag("checker") || !block.flag("vrrp"),
                block.place());
    }

    private static int ttl(Block block, InetAddress neighbour) {
        boolean ipv4 = AddressFamily.of(neighbour) == AddressFamily.IPV4;
        long usual = ipv4 ? IPV4_TTL : IPV6_TTL;
        return (int) (block.has("hoplimit") ? block.number("hoplimit", usual) : block.number("ttl", usual));
    }

    /** keepalived writes these in milliseconds, where all other times are seconds. */
    private static Duration millis(Block block, String word) {
        Duration read = block.time(word);
        return Duration.of(read.toNanos() / 1_000_000, ChronoUnit.MICROS);
    }
}
