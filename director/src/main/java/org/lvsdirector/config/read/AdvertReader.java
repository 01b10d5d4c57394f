package org.lvsdirector.config.read;

import java.math.BigDecimal;
import java.time.Duration;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.AddressFamily;

/** How an instance's adverts look: version and interval. */
final class AdvertReader {
    private static final int IPV6_VERSION = 3;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration CENTISECOND = Duration.ofMillis(10);

    /** Twelve bits of centiseconds (RFC 5798, 5.2.7). */
    private static final Duration LONGEST_V3 = CENTISECOND.multipliedBy(4095);

    private final InstanceDefaults defaults;
    private final Problems problems;

    AdvertReader(InstanceDefaults defaults, Problems problems) {
        this.defaults = defaults;
        this.problems = problems;
    }

    /** The version; IPv6 exists in version 3 alone. */
    int version(Block block, String name, AddressFamily family) {
        int version = block.count("version", defaults.version());
        if (family == AddressFamily.IPV4) {
            return version;
        }
        if (block.has("version") && version != IPV6_VERSION) {
            problems.warning(
                    block.placeOf("version"),
                    "'" + name + "' has IPv6 addresses, so it uses version 3",
                    "write version 3");
        }
        return IPV6_VERSION;
    }

    /** The interval in the unit of the version's packet: rounded, and not beyond what fits. */
    Duration interval(Block block, String name, int version) {
        Duration given = block.time("advert_int");
        Duration unit = version == IPV6_VERSION ? CENTISECOND : SECOND;
        long units = Math.max(1, given.plus(unit.dividedBy(2)).dividedBy(unit));
        Duration rounded = unit.multipliedBy(units);
        Duration used = version == IPV6_VERSION && rounded.compareTo(LONGEST_V3) > 0 ? LONGEST_V3 : rounded;
        if (!used.equals(given)) {
            problems.warning(
                    block.placeOf("advert_int"),
                    "'" + name + "' will advertise every " + seconds(used) + " seconds: version " + version
                            + " cannot say " + seconds(given),
                    version == IPV6_VERSION
                            ? "write hundredths of a second, 40.95 at most"
                            : "write whole seconds, or use version 3");
        }
        return used;
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
