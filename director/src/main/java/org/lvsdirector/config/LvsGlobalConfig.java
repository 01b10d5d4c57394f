package org.lvsdirector.config;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpvsTimeouts;

/**
 * The {@code lvs_...} words of {@code global_defs}.
 *
 * @param flushAtStart clear the whole IPVS table at start, strangers' services included
 * @param timeouts connection timeouts to set while running; null: leave the kernel's
 * @param sysctls what is set below {@code net.ipv4.vs} while running, by name without that
 * @param shareChecks make checks that are alike once
 * @param probeMarks firewall marks that are for {@code vip_check} alone
 * @param groupMarks how virtual server groups become services by firewall mark; null: they do not
 * @param reconcileInterval how often the kernel's table is compared with the configuration; zero: never on a timer
 * @param syncDaemon null: connections are not copied
 */
public record LvsGlobalConfig(
        boolean flushAtStart,
        FlushOnStop flushOnStop,
        @Nullable IpvsTimeouts timeouts,
        Duration reconcileInterval,
        @Nullable SyncDaemonConfig syncDaemon,
        Map<String, String> sysctls,
        boolean shareChecks,
        MarkRange probeMarks,
        @Nullable GroupMarksConfig groupMarks) {
    public LvsGlobalConfig {
        sysctls = Collections.unmodifiableMap(new LinkedHashMap<>(sysctls));
    }

    /** With nothing but these. */
    public LvsGlobalConfig(
            boolean flushAtStart,
            FlushOnStop flushOnStop,
            @Nullable IpvsTimeouts timeouts,
            Duration reconcileInterval) {
        this(flushAtStart, flushOnStop, timeouts, reconcileInterval, null, Map.of(), false, MarkRange.USUAL, null);
    }

    /** What a stopping director does with the IPVS table ({@code lvs_flush_on_stop [VS]}). */
    public enum FlushOnStop {
        /** Remove the own real servers, then the own services. */
        NOTHING,
        /** Remove the own services and let the kernel drop their real servers. */
        OWN_SERVICES,
        /** Clear the whole table, strangers' services included. */
        EVERYTHING
    }
}
