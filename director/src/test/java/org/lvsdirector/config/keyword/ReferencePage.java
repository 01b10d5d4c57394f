package org.lvsdirector.config.keyword;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The keyword table as Markdown. */
final class ReferencePage {
    private ReferencePage() {}

    static String of(KeywordTable table, Meanings meanings) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        for (Keyword row : table.rows()) {
            StringBuilder section = sections.computeIfAbsent(row.block(), ReferencePage::header);
            if (row.type() == ValueType.ALSO) {
                section.append("| *all words of `").append(row.range()).append("`* | | | | | |\n");
            } else if (row.isWord()) {
                section.append(line(row, meanings));
            }
        }
        return String.join("", sections.values());
    }

    private static StringBuilder header(String block) {
        return new StringBuilder("\n### ")
                .append(block)
                .append("\n\n| word | meaning | value | default | since | state |\n|---|---|---|---|---|---|\n");
    }

    private static String line(Keyword row, Meanings meanings) {
        String since = row.since().equals(Keyword.OURS) ? "only here" : row.since();
        String state = row.isAlias()
                ? (row.built() ? "built, as " : "known, as ") + '`' + row.canonical() + '`'
                : row.built() ? "built" : "known";
        return "| `" + row.word() + "` | " + meanings.of(row).replace("|", "\\|") + " | " + value(row) + " | "
                + cell(row.defaultValue()) + " | " + since + " | " + state + " |\n";
    }

    private static String value(Keyword row) {
        String name = row.type().tableName();
        if (!row.bounds().equals(Bounds.NONE)) {
            return name + " " + row.bounds().text();
        }
        return switch (row.type()) {
            case CHOICE, METHOD -> row.range().replace("|", ", ");
            case BLOCK -> "block [" + row.range() + "](#" + row.range().toLowerCase(Locale.ROOT) + ")";
            case LINES -> row.range() + " lines";
            default -> name;
        };
    }

    private static String cell(String text) {
        return text.startsWith("= ") ? text.substring(2) : text;
    }
}
