package org.lvsdirector.config.keyword;

import java.util.List;
import java.util.stream.Collectors;

/** All that the tables know of a word, as text for a terminal. */
public final class Explanation {
    private final KeywordTable table;
    private final Meanings meanings;
    private final Departures departures;

    public Explanation(KeywordTable table, Meanings meanings, Departures departures) {
        this.table = table;
        this.meanings = meanings;
        this.departures = departures;
    }

    /** A paragraph for each block that knows the word, in the table's order; empty if none does. */
    public List<String> of(String word) {
        return table.rows().stream()
                .filter(row -> row.isWord() && row.word().equals(word))
                .map(this::paragraph)
                .toList();
    }

    private String paragraph(Keyword row) {
        StringBuilder text = new StringBuilder(row.word())
                .append("  ")
                .append(place(row))
                .append("\n    ")
                .append(meanings.of(row))
                .append('\n');
        line(text, "value", value(row));
        if (!row.defaultValue().isEmpty()) {
            line(text, "default", row.defaultValue().replaceFirst("^= ", ""));
        }
        line(text, "since", row.since().equals(Keyword.OURS) ? "only here" : "keepalived " + row.since());
        if (row.isAlias()) {
            line(text, "same as", row.canonical());
        }
        Departure departure = departures.of(row).orElse(null);
        if (!row.built()) {
            line(text, "state", "known, but it has no effect" + (departure == null ? " yet" : ""));
        }
        if (departure != null) {
            line(text, row.built() ? "differs" : "reason", departure.sentence());
        }
        return text.toString();
    }

    private String place(Keyword row) {
        return switch (row.block()) {
            case KeywordTable.ROOT -> "outside all blocks";
            case KeywordTable.FILE -> "on any line";
            default -> table.blocksOf(row).stream().collect(Collectors.joining(", ", "in ", ""));
        };
    }

    private static String value(Keyword row) {
        String range =
                row.bounds().equals(Bounds.NONE) ? "" : " from " + row.bounds().text();
        return switch (row.type()) {
            case FLAG -> "none";
            case BOOL -> "on or off; none means on";
            case INT -> "a whole number" + range;
            case SECONDS -> "a whole number of seconds" + range;
            case TIMER -> "seconds, perhaps with a fraction" + range;
            case WEIGHT -> "a whole number" + range + ", then perhaps reverse";
            case CHOICE, METHOD -> "one of " + row.range().replace("|", ", ");
            case ADDRESS -> "an IPv4 or IPv6 address";
            case USER -> "USER [GROUP]";
            case SCRIPT -> "\"COMMAND ARGUMENT...\" [USER [GROUP]]";
            case BLOCK -> "a block in braces";
            case LINES -> "braces around lines, each of them: " + row.range();
            case INCLUDE -> "a file or a pattern";
            case TEXT, ALSO -> "text" + range;
        };
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("    ")
                .append(String.format("%-8s", name))
                .append(' ')
                .append(value)
                .append('\n');
    }
}
