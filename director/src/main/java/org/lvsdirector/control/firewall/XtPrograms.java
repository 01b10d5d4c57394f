package org.lvsdirector.control.firewall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs of iptables. Many machines have two sorts, whose rules do not see each other: the one that nf_tables carries out, and the one
 * from before ({@code iptables-legacy}). Which is meant by plain {@code iptables} is the machine's choice; the other is asked where that
 * one cannot, because the kernel lacks it or the chain is not there.
 */
final class XtPrograms {
    private static final String LEGACY = "-legacy";

    private final Programs programs;

    XtPrograms(Programs programs) {
        this.programs = programs;
    }

    /** The sorts of a family, the one to try first in front. */
    static List<String> sorts(XtFamily family) {
        return List.of(family.program(), family.program() + LEGACY);
    }

    /** The sort that took the rules. */
    String replace(XtFamily family, FilterTable table, List<DropRule> rules) throws IOException {
        List<String> refusals = new ArrayList<>();
        for (String sort : sorts(family)) {
            try {
                replace(sort, table, rules);
                return sort;
            } catch (IOException refused) {
                refusals.add(String.valueOf(refused.getMessage()));
            }
        }
        throw new IOException(String.join("; ", refusals));
    }

    /** Puts rules in the place of ours. */
    void replace(String sort, FilterTable table, List<DropRule> rules) throws IOException {
        String change = table.replacement(run(List.of(sort + "-save", "-t", "filter"), ""), rules);
        if (!change.isEmpty()) {
            // Waits for another program that changes the same table.
            String unused = run(List.of(sort + "-restore", "--noflush", "-w", "5"), change);
        }
    }

    private String run(List<String> command, String input) throws IOException {
        Programs.Said said = programs.run(command, input);
        if (said.status() != 0) {
            throw new IOException(
                    said.error().isEmpty() ? command.get(0) + " exited with status " + said.status() : said.error());
        }
        return said.output();
    }
}
