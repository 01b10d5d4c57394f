package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.keyword.BlockWords;
import org.lvsdirector.config.keyword.Departure;
import org.lvsdirector.config.keyword.Departures;
import org.lvsdirector.config.keyword.Keyword;
import org.lvsdirector.config.keyword.KeywordTable;
import org.lvsdirector.config.keyword.Nearest;
import org.lvsdirector.config.keyword.ValueType;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourcePlace;

/** Holds the directives of a block against the keyword table and reports what does not belong there. */
final class Blocks {
    /** Each of these adds to what those before it said; with a block in front, there alone. */
    private static final Set<String> ADDING = Set.of("auth_hmac key", "lvs_sysctl", "regex_options", "status_code");

    private final KeywordTable table;
    private final Problems problems;
    /** Read where a word needs them; most files have none. */
    private @Nullable Departures departures;

    Blocks(KeywordTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    /** The block that a directive opens, as far as its words are known and built. */
    Block of(Entry opener) {
        return of(
                opener.directive().place(),
                opener.keyword().range(),
                opener.directive().children());
    }

    /** The words outside all blocks. */
    Block root(SourcePlace place, List<Directive> directives) {
        return of(place, KeywordTable.ROOT, directives);
    }

    private Block of(SourcePlace place, String name, List<Directive> directives) {
        BlockWords words = table.block(name);
        List<Entry> entries = new ArrayList<>(directives.size());
        for (Directive directive : directives) {
            if (problems.isFull()) {
                break;
            }
            Keyword keyword = words.find(directive.word());
            if (keyword == null) {
                unknown(directive, words);
            } else if (fits(directive, keyword)) {
                Entry entry = new Entry(keyword, directive);
                if (keyword.built()) {
                    repeated(entry, entries);
                    entries.add(entry);
                } else {
                    notBuilt(entry);
                }
            }
        }
        return new Block(place, words, entries, problems);
    }

    private void unknown(Directive directive, BlockWords words) {
        String where = words.name().equals(KeywordTable.ROOT) ? "outside all blocks" : "in " + words.name();
        problems.error(
                directive.place(),
                "unknown word '" + directive.word() + "' " + where,
                adviceOn(directive.word(), words));
    }

    /** Where the word does belong, or else which word of this block it may be a slip of. */
    private String adviceOn(String word, BlockWords words) {
        List<String> others = table.blocksKnowing(word);
        if (others.contains(KeywordTable.ROOT)) {
            return "it belongs outside all blocks";
        }
        if (!others.isEmpty()) {
            return "it belongs into " + String.join(" or ", others);
        }
        return Nearest.advice(word, words.all().stream().map(Keyword::word).toList(), "");
    }

    private boolean fits(Directive directive, Keyword keyword) {
        String word = keyword.word();
        ValueType type = keyword.type();
        if (type.hasBlock() && !directive.hasBlock()) {
            problems.error(directive.place(), "'" + word + "' needs a block", "write '{' behind it and '}' at its end");
            return false;
        }
        if (!type.hasBlock() && directive.hasBlock()) {
            problems.error(directive.opening(), "'" + word + "' takes no block", "remove the braces");
            return false;
        }
        int most = mostArguments(type);
        if (keyword.built() && directive.argumentCount() > most) {
            problems.warning(
                    directive.placeOf(most),
                    "'" + directive.argument(most) + "' behind '" + word + "' is ignored",
                    "put each directive on a line of its own");
        }
        return true;
    }

    private static int mostArguments(ValueType type) {
        return switch (type) {
            case FLAG, INCLUDE, ALSO -> 0;
            case BOOL, INT, SECONDS, TIMER, CHOICE, ADDRESS -> 1;
            case USER, WEIGHT -> 2;
            case TEXT, SCRIPT, METHOD, BLOCK, LINES -> Integer.MAX_VALUE;
        };
    }

    private void repeated(Entry entry, List<Entry> before) {
        Keyword keyword = entry.keyword();
        if (keyword.type().hasBlock()) {
            return;
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            Entry earlier = before.get(i);
            if (earlier.keyword().canonical().equals(keyword.canonical())) {
                if (!adds(keyword)) {
                    problems.warning(
                            entry.place(),
                            "'" + keyword.word() + "' is set again; line "
                                    + earlier.place().line() + " no longer counts",
                            "keep one of them");
                }
                return;
            }
        }
    }

    private static boolean adds(Keyword keyword) {
        return ADDING.contains(keyword.word()) || ADDING.contains(keyword.block() + " " + keyword.word());
    }

    private void notBuilt(Entry entry) {
        Keyword keyword = entry.keyword();
        String what = keyword.type().hasBlock() ? "the block is ignored" : "it has no effect";
        problems.warning(entry.place(), "'" + keyword.word() + "' means nothing here: " + what, reasonFor(keyword));
    }

    private String reasonFor(Keyword keyword) {
        if (departures == null) {
            departures = Departures.load();
        }
        return departures.of(keyword).map(Departure::sentence).orElse("");
    }
}
