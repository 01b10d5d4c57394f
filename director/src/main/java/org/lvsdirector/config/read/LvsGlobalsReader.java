package org.lvsdirector.config.read;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.LvsGlobalConfig;
import org.lvsdirector.config.LvsGlobalConfig.FlushOnStop;
import org.lvsdirector.config.MarkRange;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.IpvsTimeouts;

/** The {@code lvs_...} words of {@code global_defs}. */
final class LvsGlobalsReader {
    private static final String SYSCTLS = "net.ipv4.vs.";

    private final Problems problems;

    LvsGlobalsReader(Problems problems) {
        this.problems = problems;
    }

    LvsGlobalConfig read(Block root, Block block) {
        return new LvsGlobalConfig(
                block.flag("lvs_flush"),
                flushOnStop(block),
                timeouts(block),
                reconcile(block),
                new SyncDaemonReader(problems).read(root, block),
                sysctls(block),
                block.bool("share_checks", false),
                probeMarks(block),
                new GroupMarksReader(problems).read(block));
    }

    private Map<String, String> sysctls(Block block) {
        Map<String, String> sysctls = new LinkedHashMap<>();
        for (Entry entry : block.all("lvs_sysctl")) {
            String given = String.valueOf(entry.argument(0));
            String name = given.startsWith(SYSCTLS) ? given.substring(SYSCTLS.length()) : given;
            String value = entry.argument(1);
            if (!name.matches("[a-z0-9_]+") || value == null || !value.matches("[0-9]+( [0-9]+)?")) {
                problems.error(
                        entry.place(),
                        "this lvs_sysctl cannot be used",
                        "write: lvs_sysctl NAME VALUE, where NAME is one of net.ipv4.vs and VALUE a number");
            } else {
                sysctls.put(name, value);
            }
        }
        return sysctls;
    }

    private MarkRange probeMarks(Block block) {
        Entry entry = block.last("vip_check_marks");
        if (entry == null) {
            return MarkRange.USUAL;
        }
        long first = mark(entry.argument(0));
        long last = mark(entry.argument(1));
        if (first < 1 || last < first) {
            problems.error(
                    entry.place(),
                    "these marks are no range",
                    "write two numbers from 1 to 4294967295 (or 0x1 to 0xffffffff), the lesser one first");
            return MarkRange.USUAL;
        }
        return new MarkRange(first, last);
    }

    /** Decimal or, as firewalls write them, hexadecimal; 0 for what is no mark. */
    private static long mark(@Nullable String text) {
        boolean hexadecimal = text != null && text.matches("0[xX][0-9a-fA-F]{1,8}");
        if (text == null || !(hexadecimal || text.matches("[0-9]{1,10}"))) {
            return 0;
        }
        long mark = hexadecimal ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
        return mark <= 0xFFFF_FFFFL ? mark : 0;
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
