package org.lvsdirector.config.read;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.Forwarding;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Tunnel;

/** {@code NAT|DR|TUN [type ipip|gue port N|gre] [nocsum|csum|remcsum]}. */
final class ForwardingReader {
    private final Problems problems;

    ForwardingReader(Problems problems) {
        this.problems = problems;
    }

    /** The method of a word; null where the word is missing or says none. */
    @Nullable
    Forwarding read(Block block, String word) {
        Entry entry = block.last(word);
        if (entry == null) {
            return null;
        }
        String method = entry.argument(0);
        if (method == null) {
            problems.error(entry.place(), "'" + entry.keyword().word() + "' names no method", "write NAT, DR or TUN");
            return null;
        }
        return switch (method) {
            case "NAT" -> plain(entry, ForwardingMethod.MASQUERADE);
            case "DR" -> plain(entry, ForwardingMethod.DIRECT_ROUTE);
            case "TUN" -> new Forwarding(ForwardingMethod.TUNNEL, new TunnelOptions(entry).read());
            default -> {
                problems.error(
                        entry.placeOf(0), "no forwarding method is called '" + method + "'", "write NAT, DR or TUN");
                yield null;
            }
        };
    }

    private Forwarding plain(Entry entry, ForwardingMethod method) {
        if (entry.argumentCount() > 1) {
            problems.error(entry.placeOf(1), "'" + entry.argument(1) + "' goes with TUN alone", "remove it");
        }
        return new Forwarding(method, Tunnel.IPIP);
    }

    /** The words behind {@code TUN}, from left to right. */
    private final class TunnelOptions {
        private final Entry entry;
        private int next = 1;
        private Tunnel.Type type = Tunnel.Type.IPIP;
        private Tunnel.Checksum checksum = Tunnel.Checksum.NONE;
        private boolean checksumGiven;
        private int port;

        TunnelOptions(Entry entry) {
            this.entry = entry;
        }

        Tunnel read() {
            while (next < entry.argumentCount()) {
                option();
            }
            if (type == Tunnel.Type.GUE && port == 0) {
                problems.error(entry.place(), "a gue tunnel needs a port", "write: TUN type gue port NUMBER");
            }
            if (type != Tunnel.Type.GUE && port != 0) {
                problems.error(entry.place(), "only a gue tunnel has a port", "remove it, or write type gue");
            }
            boolean impossible = type == Tunnel.Type.IPIP
                    ? checksumGiven
                    : type == Tunnel.Type.GRE && checksum == Tunnel.Checksum.REMOTE;
            if (impossible) {
                problems.error(
                        entry.place(),
                        "this tunnel has no such checksum option",
                        "ipip has none, gre has nocsum and csum, gue all three");
            }
            return new Tunnel(type, port, checksum);
        }

        private void option() {
            int at = next++;
            String word = String.valueOf(entry.argument(at));
            switch (word) {
                case "type" -> type = type(next++);
                case "port" -> port = Ports.read(entry, next++, 1, 0, problems);
                case "nocsum" -> checksum(Tunnel.Checksum.NONE);
                case "csum" -> checksum(Tunnel.Checksum.FULL);
                case "remcsum" -> checksum(Tunnel.Checksum.REMOTE);
                default ->
                    problems.error(
                            entry.placeOf(at),
                            "TUN does not know '" + word + "'",
                            "write type, port, nocsum, csum or remcsum");
            }
        }

        private Tunnel.Type type(int at) {
            String name = entry.argument(at);
            if ("gue".equals(name)) {
                return Tunnel.Type.GUE;
            }
            if ("gre".equals(name)) {
                return Tunnel.Type.GRE;
            }
            if (!"ipip".equals(name)) {
                problems.error(entry.placeOf(at), "no tunnel type is called '" + name + "'", "write ipip, gue or gre");
            }
            return Tunnel.Type.IPIP;
        }

        private void checksum(Tunnel.Checksum given) {
            checksum = given;
            checksumGiven = true;
        }
    }
}
