package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.AddressOption;
import org.lvsdirector.config.GroupReference;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.Word;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.IpAddresses;

/**
 * The words behind a virtual address, read from left to right: {@code [dev IF] [scope S] [brd ADDRESS|+|-] [label L] [peer ADDRESS[/LENGTH]]
 * [preferred_lft SECONDS|forever]} and those of {@link AddressOption}.
 */
final class AddressOptionsReader {
    private static final int LONGEST_LABEL = 15;
    private static final int HIGHEST_SCOPE = 255;
    private static final long FOREVER = 0xFFFF_FFFFL;
    private static final Map<String, Integer> SCOPES =
            Map.of("global", 0, "site", 200, "link", 253, "host", 254, "nowhere", 255);
    private static final Map<String, AddressOption> OPTIONS =
            Arrays.stream(AddressOption.values()).collect(Collectors.toMap(AddressOption::word, each -> each));

    private final Problems problems;
    private final Directive line;
    private final InetAddress address;
    private final Set<AddressOption> options = EnumSet.noneOf(AddressOption.class);
    private int prefixLength;
    private int next;
    private @Nullable String device;
    private int scope;
    private @Nullable InetAddress broadcast;
    private @Nullable String label;
    private @Nullable InetAddress peer;
    private @Nullable Long preferredSeconds;
    private @Nullable GroupReference trackGroup;

    AddressOptionsReader(Directive line, InetAddress address, int prefixLength, Problems problems) {
        this.problems = problems;
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
                case "peer" -> peer = peer(word);
                case "track_group" -> trackGroup = reference(word);
                case "preferred_lft" -> preferredSeconds = preferredSeconds(word);
                default -> other(word);
            }
        }
        return new AddressConfig(
                address,
                prefixLength,
                device,
                scope,
                broadcast,
                label,
                peer,
                preferredSeconds,
                options,
                line.place(),
                trackGroup);
    }

    private @Nullable String value(Word word) {
        if (next < line.arguments().size()) {
            return line.arguments().get(next++).text();
        }
        problems.error(line.placeOf(word), "'" + word.text() + "' needs a value", "");
        return null;
    }

    private @Nullable GroupReference reference(Word word) {
        String text = value(word);
        return text == null ? null : new GroupReference(text, line.placeOf(next - 1));
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
        return IpAddresses.ofBytes(bytes);
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

    /** The prefix length is the peer's from here on, as for {@code ip address add}. */
    private @Nullable InetAddress peer(Word word) {
        String text = value(word);
        if (text == null) {
            return null;
        }
        int slash = text.indexOf('/');
        InetAddress given = Addresses.parse(slash < 0 ? text : text.substring(0, slash));
        int bits = AddressFamily.of(address).addressBits();
        OptionalLong length = slash < 0 ? OptionalLong.of(bits) : Values.whole(text.substring(slash + 1));
        boolean sound = given != null
                && AddressFamily.of(given) == AddressFamily.of(address)
                && length.isPresent()
                && length.getAsLong() >= 0
                && length.getAsLong() <= bits;
        if (!sound) {
            problems.error(
                    line.placeOf(word),
                    "'" + text + "' is no peer for it",
                    "write ADDRESS or ADDRESS/LENGTH of the same family");
            return null;
        }
        prefixLength = (int) length.orElseThrow();
        return given;
    }

    private @Nullable Long preferredSeconds(Word word) {
        String text = value(word);
        if (text == null) {
            return null;
        }
        OptionalLong seconds = text.equals("forever") ? OptionalLong.of(FOREVER) : Values.whole(text);
        if (seconds.isPresent() && seconds.getAsLong() >= 0 && seconds.getAsLong() <= FOREVER) {
            return seconds.getAsLong();
        }
        problems.error(line.placeOf(word), "'" + text + "' is no lifetime", "write seconds, or forever");
        return null;
    }

    private void other(Word word) {
        String text = word.text();
        AddressOption option = OPTIONS.get(text);
        if (option != null) {
            options.add(option);
        } else {
            problems.error(
                    line.placeOf(word),
                    "'" + text + "' cannot follow an address",
                    "put each address on a line of its own; dev, scope, brd and label may follow it");
        }
    }
}
