package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.Word;
import org.lvsdirector.ipvs.AddressFamily;

/** The lines of {@code virtual_ipaddress}: {@code ADDRESS[/LENGTH] [dev IF] [scope S] [brd ADDRESS|+|-] [label L]}. */
final class AddressLineReader {
    private static final int LONGEST_LABEL = 15;
    private static final int HIGHEST_SCOPE = 255;
    private static final Map<String, Integer> SCOPES =
            Map.of("global", 0, "site", 200, "link", 253, "host", 254, "nowhere", 255);
    private static final Set<String> NOT_BUILT_FLAGS =
            Set.of("home", "-nodad", "mngtmpaddr", "noprefixroute", "autojoin", "no_track", "use_vmac");
    private static final Set<String> NOT_BUILT_WITH_VALUE = Set.of("peer", "preferred_lft", "track_group");

    private final Problems problems;

    AddressLineReader(Problems problems) {
        this.problems = problems;
    }

    /** The addresses of all blocks of one name, in order; faulty lines are reported and left out. */
    List<AddressConfig> read(Block block, String word) {
        List<AddressConfig> addresses = new ArrayList<>();
        for (Entry opener : block.all(word)) {
            for (Directive line : opener.directive().children()) {
                AddressConfig address = line(line);
                if (address != null) {
                    addresses.add(address);
                }
            }
        }
        return addresses;
    }

    private @Nullable AddressConfig line(Directive line) {
        String text = line.word();
        int slash = text.indexOf('/');
        InetAddress address = Addresses.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            problems.error(
                    line.place(),
                    "'" + text + "' is no IPv4 or IPv6 address",
                    "write ADDRESS or ADDRESS/LENGTH in digits");
            return null;
        }
        int bits = AddressFamily.of(address).addressBits();
        OptionalLong length = slash < 0 ? OptionalLong.of(bits) : Values.whole(text.substring(slash + 1));
        if (length.isEmpty() || length.getAsLong() < 0 || length.getAsLong() > bits) {
            problems.error(line.place(), "the prefix length of '" + text + "' is outside 0 to " + bits, "");
            return null;
        }
        return new Options(line, address, (int) length.getAsLong()).read();
    }

    /** The words behind an address, read from left to right. */
    private final class Options {
        private final Directive line;
        private final InetAddress address;
        private final int prefixLength;
        private int next;
        private @Nullable String device;
        private int scope;
        private @Nullable InetAddress broadcast;
        private @Nullable String label;

        Options(Directive line, InetAddress address, int prefixLength) {
            this.line = line;
            this.address = address;
            this.prefixLength = prefixLength;
        }

        AddressConfig read() {
            while (next < line.arguments().size()) {
                Word word = line.arguments().get(next++);
                switch (word.text()) {
                    case "dev" -> device = value(word);
                    case "scope" -> scope = scope(word);
                    case "brd", "broadcast" -> broadcast = broadcast(word);
                    case "label" -> label = label(word);
                    default -> other(word);
                }
            }
            return new AddressConfig(address, prefixLength, device, scope, broadcast, label, line.place());
        }

        private @Nullable String value(Word word) {
            if (next < line.arguments().size()) {
                return line.arguments().get(next++).text();
            }
            problems.error(line.placeOf(word), "'" + word.text() + "' needs a value", "");
            return null;
        }

        private int scope(Word word) {
            String text = value(word);
            if (text == null) {
                return 0;
            }
            Integer named = SCOPES.get(text);
            OptionalLong number = named == null ? Values.whole(text) : OptionalLong.of(named);
            if (number.isPresent() && number.getAsLong() >= 0 && number.getAsLong() <= HIGHEST_SCOPE) {
                return (int) number.getAsLong();
            }
            problems.error(
                    line.placeOf(word),
                    "no scope is called '" + text + "'",
                    "write global, site, link, host, nowhere or 0 to 255");
            return 0;
        }

        private @Nullable InetAddress broadcast(Word word) {
            String text = value(word);
            if (text == null) {
                return null;
            }
            boolean computed = text.equals("+") || text.equals("-");
            InetAddress given = computed ? withHostBits(text.equals("+")) : Addresses.parse(text);
            if (given == null
                    || AddressFamily.of(given) != AddressFamily.IPV4
                    || AddressFamily.of(address) != AddressFamily.IPV4) {
                problems.error(
                        line.placeOf(word),
                        "'" + text + "' is no broadcast address for it",
                        "write an IPv4 address, + or -");
                return null;
            }
            return given;
        }

        private InetAddress withHostBits(boolean set) {
            byte[] bytes = address.getAddress();
            for (int bit = prefixLength; bit < bytes.length * Byte.SIZE; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                int old = bytes[bit / Byte.SIZE];
                bytes[bit / Byte.SIZE] = (byte) (set ? old | mask : old & ~mask);
            }
            return Addresses.of(bytes);
        }

        private @Nullable String label(Word word) {
            String text = value(word);
            if (text == null) {
                return null;
            }
            if (text.length() > LONGEST_LABEL) {
                problems.error(
                        line.placeOf(word),
                        "the label '" + text + "' has more than " + LONGEST_LABEL + " characters",
                        "shorten it");
            } else if (AddressFamily.of(address) == AddressFamily.IPV6) {
                problems.error(line.placeOf(word), "an IPv6 address has no label", "remove it");
            }
            return text;
        }

        private void other(Word word) {
            String text = word.text();
            if (NOT_BUILT_FLAGS.contains(text) || NOT_BUILT_WITH_VALUE.contains(text)) {
                problems.warning(line.placeOf(word), "'" + text + "' is known but not built yet: it has no effect", "");
                next += NOT_BUILT_WITH_VALUE.contains(text) ? 1 : 0;
            } else {
                problems.error(
                        line.placeOf(word),
                        "'" + text + "' cannot follow an address",
                        "put each address on a line of its own; dev, scope, brd and label may follow it");
            }
        }
    }
}
