package org.lvsdirector.config.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said of departures from keepalived, against the table of keywords. */
class DeparturesTest {
    private final KeywordTable table = KeywordTable.load();
    private final Departures departures = Departures.load();

    @Test
    void everyWordWithoutEffectHasItsReason() {
        Set<String> silent = table.rows().stream()
                .filter(row -> row.isWord() && !row.built())
                .filter(row -> departures
                        .of(row)
                        .filter(departure -> departure.kind() == Departure.Kind.NONE)
                        .isEmpty())
                .map(DeparturesTest::place)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), silent);
    }

    @Test
    void noBuiltWordIsSaidToHaveNoEffect() {
        List<String> wronged = table.rows().stream()
                .filter(row -> row.isWord() && row.built())
                .filter(row -> departures
                        .of(row)
                        .filter(departure -> departure.kind() == Departure.Kind.NONE)
                        .isPresent())
                .map(DeparturesTest::place)
                .toList();
        assertEquals(List.of(), wronged);
    }

    @Test
    void everyDepartureIsThatOfAWordOfKeepalived() {
        Set<String> words = table.rows().stream()
                .filter(row -> row.isWord() && !row.since().equals(Keyword.OURS))
                .map(DeparturesTest::place)
                .collect(Collectors.toSet());
        Set<String> others = new TreeSet<>(departures.places());
        others.removeAll(words);
        assertEquals(Set.of(), others);
    }

    private static String place(Keyword row) {
        return row.block() + ' ' + row.word();
    }
}
