package org.lvsdirector.ipvsctl.arguments;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.ServiceFlag;

/**
 * The names of scheduler flags. The same bits have general names and, for the hashing schedulers sh and mh, names of their own such as
 * {@code sh-port}.
 */
public final class SchedulerFlags {
    private static final String FALLBACK = "-fallback";
    private static final String PORT = "-port";
    private static final Set<String> HASHING = Set.of("sh", "mh");
    private static final Set<ServiceFlag> ALL =
            EnumSet.of(ServiceFlag.SCHEDULER_1, ServiceFlag.SCHEDULER_2, ServiceFlag.SCHEDULER_3);

    private SchedulerFlags() {}

    /** Reads a list of names parted by commas. */
    static Set<ServiceFlag> read(String text, String scheduler) throws UsageException {
        Set<ServiceFlag> flags = EnumSet.noneOf(ServiceFlag.class);
        StringTokenizer names = new StringTokenizer(text, ",");
        while (names.hasMoreTokens()) {
            flags.add(flag(names.nextToken(), scheduler));
        }
        return flags;
    }

    private static ServiceFlag flag(String name, String scheduler) throws UsageException {
        return switch (name) {
            case "flag-1" -> ServiceFlag.SCHEDULER_1;
            case "flag-2" -> ServiceFlag.SCHEDULER_2;
            case "flag-3" -> ServiceFlag.SCHEDULER_3;
            case "sh-fallback", "mh-fallback" -> compatible(ServiceFlag.SCHEDULER_1, name, scheduler);
            case "sh-port", "mh-port" -> compatible(ServiceFlag.SCHEDULER_2, name, scheduler);
            default -> throw UsageException.rejected("invalid scheduler flag `" + name + "'");
        };
    }

    private static ServiceFlag compatible(ServiceFlag flag, String name, String scheduler) throws UsageException {
        if (!name.startsWith(scheduler + "-")) {
            throw UsageException.rejected("incompatible scheduler flag `" + name + "'");
        }
        return flag;
    }

    /**
     * The names of a service's scheduler flags, parted by commas, or null if it has none.
     *
     * @param hideFlag3 leaves {@code flag-3} out with the hashing schedulers, as ipvsadm does, even if nothing is left
     */
    public static @Nullable String names(Set<ServiceFlag> flags, String scheduler, boolean hideFlag3) {
        if (Collections.disjoint(flags, ALL)) {
            return null;
        }
        boolean hashing = HASHING.contains(scheduler);
        StringBuilder names = new StringBuilder();
        append(names, flags, ServiceFlag.SCHEDULER_1, hashing ? scheduler + FALLBACK : "flag-1");
        append(names, flags, ServiceFlag.SCHEDULER_2, hashing ? scheduler + PORT : "flag-2");
        if (!(hashing && hideFlag3)) {
            append(names, flags, ServiceFlag.SCHEDULER_3, "flag-3");
        }
        return names.toString();
    }

    private static void append(StringBuilder names, Set<ServiceFlag> flags, ServiceFlag flag, String name) {
        if (flags.contains(flag)) {
            names.append(names.length() == 0 ? "" : ",").append(name);
        }
    }
}
