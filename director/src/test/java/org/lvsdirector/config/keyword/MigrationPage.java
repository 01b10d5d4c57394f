package org.lvsdirector.config.keyword;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** keepalived's language word by word, as Markdown: what is the same here, what is better or different, what means nothing. */
final class MigrationPage {
    private MigrationPage() {}

    static String of(KeywordTable table, Departures departures) {
        Map<String, List<Keyword>> blocks = table.rows().stream()
                .filter(row -> row.isWord() && !row.since().equals(Keyword.OURS))
                .collect(Collectors.groupingBy(Keyword::block, LinkedHashMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder(summary(blocks, departures));
        blocks.forEach((block, rows) -> page.append(section(block, rows, departures)));
        return page.toString();
    }

    private static String summary(Map<String, List<Keyword>> blocks, Departures departures) {
        Map<String, Long> counts = blocks.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(row -> verdict(row, departures), Collectors.counting()));
        return "\nOf " + counts.values().stream().mapToLong(Long::longValue).sum() + " words "
                + counts.getOrDefault("same", 0L) + " do the same, " + counts.getOrDefault("better", 0L)
                + " do better, " + counts.getOrDefault("other", 0L) + " do it differently, and "
                + counts.getOrDefault("no effect", 0L) + " have no effect, each for its reason.\n";
    }

    private static String section(String block, List<Keyword> rows, Departures departures) {
        StringBuilder section = new StringBuilder("\n### ").append(block).append('\n');
        List<String> same = new ArrayList<>();
        StringBuilder others = new StringBuilder();
        for (Keyword row : rows) {
            String verdict = verdict(row, departures);
            if (verdict.equals("same")) {
                same.add('`' + row.word() + '`');
            } else {
                others.append("| `")
                        .append(row.word())
                        .append("` | ")
                        .append(verdict)
                        .append(" | ");
                others.append(departures.of(row).map(Departure::sentence).orElse(""))
                        .append(" |\n");
            }
        }
        if (!same.isEmpty()) {
            section.append("\nThe same: ").append(String.join(", ", same)).append(".\n");
        }
        if (others.length() > 0) {
            section.append("\n| word | here | |\n|---|---|---|\n").append(others);
        }
        return section.toString();
    }

    private static String verdict(Keyword row, Departures departures) {
        Optional<Departure.Kind> kind = departures.of(row).map(Departure::kind);
        if (!row.built() || kind.filter(each -> each == Departure.Kind.NONE).isPresent()) {
            return "no effect";
        }
        return kind.map(Departure.Kind::word).orElse("same");
    }
}
