package org.lvsdirector.control.firewall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The table {@code filter} as the programs of iptables read and write it. Our rules bear a comment, by which they are found again: whoever
 * left them, and however the program that prints them puts its words.
 */
final class FilterTable {
    private static final String APPENDED = "-A ";

    private final String mark;
    private final Pattern marked;

    /** @param mark the comment of our rules, without spaces */
    FilterTable(String mark) {
        this.mark = mark;
        this.marked = Pattern.compile("--comment \"?" + Pattern.quote(mark) + "\"?( |$)");
    }

    /** What takes our rules out of a table and puts others in their place, in one transaction; empty if there is nothing to do. */
    String replacement(String saved, List<DropRule> rules) {
        List<String> lines = new ArrayList<>();
        saved.lines()
                .filter(line ->
                        line.startsWith(APPENDED) && marked.matcher(line).find())
                .forEach(line -> lines.add("-D " + line.substring(APPENDED.length())));
        Map<String, Integer> heads = new HashMap<>();
        for (DropRule rule : rules) {
            String place = rule.first()
                    ? "-I " + rule.chain() + " " + heads.merge(rule.chain(), 1, Integer::sum)
                    : APPENDED + rule.chain();
            lines.add(place + " " + rule.match() + " -m comment --comment " + mark + " " + rule.verdict());
        }
        return lines.isEmpty() ? "" : "*filter\n" + String.join("\n", lines) + "\nCOMMIT\n";
    }
}
