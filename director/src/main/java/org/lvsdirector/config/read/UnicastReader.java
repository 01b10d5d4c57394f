package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.UnicastConfig;
import org.lvsdirector.config.UnicastConfig.Peer;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.Word;
import org.lvsdirector.ipvs.AddressFamily;

/** {@code unicast_peer} with its lines {@code ADDRESS [min_ttl N] [max_ttl N]}, and the words about unicast. */
final class UnicastReader {
    private static final int MOST_HOPS = 255;

    private final InstanceDefaults defaults;
    private final Problems problems;

    UnicastReader(InstanceDefaults defaults, Problems problems) {
        this.defaults = defaults;
        this.problems = problems;
    }

    /** Null for multicast: without a block, and without a peer in it unless that is to be a fault. */
    @Nullable
    UnicastConfig read(Block block, String name, AddressFamily family, boolean strict) {
        int ttl = block.count("unicast_ttl");
        List<Peer> peers = new ArrayList<>();
        for (Entry opener : block.all("unicast_peer")) {
            for (Directive line : opener.directive().children()) {
                Peer peer = peer(line, family);
                if (peer != null) {
                    peers.add(peer);
                }
            }
        }
        if (peers.isEmpty() && block.flag("unicast_fault_no_peer")) {
            return new UnicastConfig(List.of(), ttl, false);
        }
        if (peers.isEmpty()) {
            if (block.all("unicast_peer").stream()
                    .allMatch(opener -> opener.directive().children().isEmpty())) {
                noPeers(block, name);
            }
            return null;
        }
        if (strict) {
            problems.error(
                    block.placeOf("unicast_peer"),
                    "'" + name + "' is in strict mode, which has no unicast",
                    "remove unicast_peer, or write 'strict_mode off' in this instance");
        }
        boolean bounded = peers.stream().anyMatch(peer -> peer.minTtl() > 0 || peer.maxTtl() < MOST_HOPS);
        boolean asked = defaults.checkUnicastSource() || block.flag("check_unicast_src");
        return new UnicastConfig(peers, ttl, asked || bounded);
    }

    private void noPeers(Block block, String name) {
        for (String word : List.of("unicast_peer", "unicast_ttl", "check_unicast_src")) {
            if (block.has(word)) {
                problems.warning(
                        block.placeOf(word),
                        "'" + name + "' has no unicast peer, so it uses multicast",
                        "add a block: unicast_peer { ADDRESS }");
                return;
            }
        }
    }

    private @Nullable Peer peer(Directive line, AddressFamily family) {
        InetAddress address = Addresses.parse(line.word());
        if (address == null) {
            problems.error(
                    line.place(), "'" + line.word() + "' is no IPv4 or IPv6 address", "write the address in digits");
            return null;
        }
        if (AddressFamily.of(address) != family || address.isMulticastAddress()) {
            problems.error(
                    line.place(),
                    "'" + line.word() + "' cannot be a unicast peer of these virtual addresses",
                    "write an " + Addresses.name(family) + " address of one router");
            return null;
        }
        int minTtl = 0;
        int maxTtl = MOST_HOPS;
        for (int i = 0; i < line.arguments().size(); i += 2) {
            Word word = line.arguments().get(i);
            int hops = hops(line, i + 1);
            switch (word.text()) {
                case "min_ttl" -> minTtl = Math.max(0, hops);
                case "max_ttl" -> maxTtl = hops < 0 ? MOST_HOPS : hops;
                default ->
                    problems.error(
                            line.placeOf(word),
                            "'" + word.text() + "' cannot follow a unicast peer",
                            "min_ttl N and max_ttl N may follow it");
            }
        }
        if (minTtl > maxTtl) {
            problems.error(line.place(), "min_ttl " + minTtl + " is above max_ttl " + maxTtl, "exchange them");
        }
        return new Peer(address, minTtl, maxTtl);
    }

    /** The number at a position, or -1 where there is none of that range, which is reported. */
    private int hops(Directive line, int index) {
        OptionalLong value = index < line.arguments().size()
                ? Values.whole(line.arguments().get(index).text())
                : OptionalLong.empty();
        if (value.isPresent() && value.getAsLong() >= 0 && value.getAsLong() <= MOST_HOPS) {
            return (int) value.getAsLong();
        }
        problems.error(
                line.placeOf(
                        line.arguments().get(Math.min(index, line.arguments().size() - 1))),
                "a TTL is a number from 0 to " + MOST_HOPS,
                "write min_ttl N or max_ttl N");
        return -1;
    }
}
