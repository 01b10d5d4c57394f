package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.Persistence;

/** The {@code persistence_...} words. */
final class PersistenceReader {
    private final Problems problems;

    PersistenceReader(Problems problems) {
        this.problems = problems;
    }

    /** @param allPorts the service has port 0, which the kernel serves with persistence only */
    @Nullable
    Persistence read(Block block, AddressFamily family, boolean allPorts, String label) {
        boolean named = block.has("persistence_timeout")
                || block.has("persistence_granularity")
                || block.has("persistence_engine");
        if (!named && !allPorts) {
            return null;
        }
        if (!named) {
            problems.warning(
                    block.place(),
                    "virtual_server " + label + " has no port, so it is made persistent",
                    "add a port, or a line: persistence_timeout " + block.defaultOf("persistence_timeout"));
        }
        Entry timeout = block.last("persistence_timeout");
        Duration usual = Duration.ofSeconds(Long.parseLong(block.defaultOf("persistence_timeout")));
        Duration given = timeout == null || timeout.argumentCount() == 0 ? usual : block.time("persistence_timeout");
        return new Persistence((int) given.toSeconds(), prefixLength(block, family), block.name("persistence_engine"));
    }

    private int prefixLength(Block block, AddressFamily family) {
        int bits = family.addressBits();
        Entry entry = block.last("persistence_granularity");
        String text = block.text("persistence_granularity");
        if (entry == null || text == null) {
            return bits;
        }
        int length = family == AddressFamily.IPV4 ? maskLength(text) : prefix(text, bits);
        if (length >= 1) {
            return length;
        }
        String what =
                family == AddressFamily.IPV4 ? "a netmask such as 255.255.255.0" : "a prefix length of 1 to " + bits;
        problems.error(entry.placeOf(0), "persistence_granularity '" + text + "' is not " + what, "write " + what);
        return bits;
    }

    /** Length of a netmask without gaps; 0 for anything else. */
    private static int maskLength(String text) {
        InetAddress mask = Addresses.parse(text);
        if (mask == null || AddressFamily.of(mask) != AddressFamily.IPV4) {
            return 0;
        }
        int bits = 0;
        for (byte b : mask.getAddress()) {
            bits = (bits << Byte.SIZE) | (b & 0xFF);
        }
        int length = Integer.numberOfLeadingZeros(~bits);
        return bits << length == 0 || length == Integer.SIZE ? length : 0;
    }

    private static int prefix(String text, int bits) {
        OptionalLong length = Values.whole(text);
        return length.isPresent() && length.getAsLong() >= 1 && length.getAsLong() <= bits
                ? (int) length.getAsLong()
                : 0;
    }
}
