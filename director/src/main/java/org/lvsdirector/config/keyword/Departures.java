package org.lvsdirector.config.keyword;

import java.util.Optional;
import java.util.Set;

/** The words that do not do just what they do in keepalived, read from the resource {@code departures.tsv} where somebody asks for one. */
public final class Departures {
    private static final int COLUMNS = 4;

    private final ByPlace<Departure> byPlace = new ByPlace<>();

    private Departures() {}

    /** The departures that are part of this release. */
    public static Departures load() {
        Departures departures = new Departures();
        for (String row : TableResource.rows("departures.tsv")) {
            String[] cells = row.split("\t", COLUMNS);
            Departure departure = new Departure(Departure.Kind.ofWord(cells[2]), cells[3]);
            if (departures.byPlace.put(cells[0], cells[1], departure) != null) {
                throw new IllegalArgumentException("departures.tsv has two rows for '" + cells[1] + "'");
            }
        }
        return departures;
    }

    /** How a word departs; empty if it does the same as in keepalived. */
    public Optional<Departure> of(Keyword keyword) {
        return Optional.ofNullable(byPlace.of(keyword));
    }

    /** The words that depart, each behind its block and a blank. */
    Set<String> places() {
        return byPlace.places();
    }
}
