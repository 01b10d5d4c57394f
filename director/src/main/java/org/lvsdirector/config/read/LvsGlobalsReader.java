package org.lvsdirector.config.read;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.LvsGlobalConfig;
import org.lvsdirector.config.LvsGlobalConfig.FlushOnStop;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.IpvsTimeouts;

/** The {@code lvs_...} words of {@code global_defs}. */
final class LvsGlobalsReader {
    private final Problems problems;

    LvsGlobalsReader(Problems problems) {
        this.problems = problems;
    }

    LvsGlobalConfig read(Block block) {
        return new LvsGlobalConfig(
                block.flag("lvs_flush"),
                flushOnStop(block),
                timeouts(block),
                reconcile(block),
                new SyncDaemonReader(problems).read(block));
    }

    private static FlushOnStop flushOnStop(Block block) {
        Entry entry = block.last("lvs_flush_on_stop");
        if (entry == null) {
            return FlushOnStop.NOTHING;
        }
        return entry.argumentCount() == 0 || block.choice("lvs_flush_on_stop") == null
                ? FlushOnStop.EVERYTHING
                : FlushOnStop.OWN_SERVICES;
    }

    /** {@code lvs_timeouts [tcp N] [tcpfin N] [udp N]}: pairs in any order. */
    private @Nullable IpvsTimeouts timeouts(Block block) {
        Entry entry = block.last("lvs_timeouts");
        if (entry == null) {
            return null;
        }
        int tcp = 0;
        int tcpFin = 0;
        int udp = 0;
        for (int i = 0; i < entry.argumentCount(); i += 2) {
            String name = String.valueOf(entry.argument(i));
            switch (name) {
                case "tcp" -> tcp = (int) block.checked(entry, i + 1, 0);
                case "tcpfin" -> tcpFin = (int) block.checked(entry, i + 1, 0);
                case "udp" -> udp = (int) block.checked(entry, i + 1, 0);
                default ->
                    problems.error(
                            entry.placeOf(i),
                            "lvs_timeouts does not know '" + name + "'",
                            "write tcp, tcpfin or udp and a number");
            }
        }
        if (entry.argumentCount() == 0) {
            problems.error(entry.place(), "'lvs_timeouts' names no timeout", "write tcp, tcpfin or udp and a number");
        }
        return new IpvsTimeouts(tcp, tcpFin, udp);
    }

    private static Duration reconcile(Block block) {
        Entry entry = block.last("lvs_reconcile");
        boolean off = entry != null && "off".equals(entry.argument(0));
        return off ? Duration.ZERO : block.time("lvs_reconcile");
    }
}
