package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.keyword.BlockWords;
import org.lvsdirector.config.keyword.Keyword;
import org.lvsdirector.config.keyword.ValueType;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A block with the words that count: known to its block and built. The getters take type, range and default from the keyword table, report
 * what does not fit and then return the default, so that reading goes on and finds further problems. Where a word is repeated the last one
 * counts, as in keepalived.
 */
final class Block {
    private final SourcePlace place;
    private final BlockWords words;
    private final List<Entry> entries;
    /** A bit for each word that it has, which other words may share: most questions are for words that it does not have. */
    private final long present;

    private final Problems problems;

    Block(SourcePlace place, BlockWords words, List<Entry> entries, Problems problems) {
        this.place = place;
        this.words = words;
        this.entries = entries;
        this.present = bits(entries);
        this.problems = problems;
    }

    private static long bits(List<Entry> entries) {
        long bits = 0;
        for (Entry entry : entries) {
            bits |= bit(entry.keyword().canonical());
        }
        return bits;
    }

    private static long bit(String word) {
        return 1L << word.hashCode(); // the shift takes the last six bits
    }

    /** The word that opened the block. */
    SourcePlace place() {
        return place;
    }

    /** Where to report what is wrong with the block. */
    Problems problems() {
        return problems;
    }

    /** The last entry of a word or its aliases, or null. */
    @Nullable
    Entry last(String word) {
        Entry found = find(word);
        assert found != null || words.find(word) != null : word;
        return found;
    }

    private @Nullable Entry find(String word) {
        if ((present & bit(word)) == 0) {
            return null;
        }
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).keyword().canonical().equals(word)) {
                return entries.get(i);
            }
        }
        return null;
    }

    /** All entries of a word or its aliases, in order. */
    List<Entry> all(String word) {
        assert words.find(word) != null : word;
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.keyword().canonical().equals(word)) {
                found.add(entry);
            }
        }
        return found;
    }

    /** Every entry, in order. */
    List<Entry> entries() {
        return entries;
    }

    /** Whether the word may stand in this block. */
    boolean knows(String word) {
        return words.find(word) != null;
    }

    /** True when the block has the word. */
    boolean has(String word) {
        return last(word) != null;
    }

    /** True when the block has one of the words; it need not know them. */
    boolean hasAny(List<String> some) {
        for (String word : some) {
            if (find(word) != null) {
                return true;
            }
        }
        return false;
    }

    /** Where a word stands, or the block where it is missing. */
    SourcePlace placeOf(String word) {
        Entry entry = last(word);
        return entry == null ? place : entry.place();
    }

    /** The table's default of a word. */
    String defaultOf(String word) {
        return words.get(word).defaultValue();
    }

    /** A whole number, with the table's default. */
    long number(String word) {
        return number(word, Long.parseLong(defaultOf(word)));
    }

    /** A whole number. */
    long number(String word, long fallback) {
        Entry entry = last(word);
        return entry == null || absent(entry) ? fallback : checked(entry, 0, fallback);
    }

    /** A whole number that fits an int; greater ones become the greatest int. */
    int count(String word, int fallback) {
        return (int) Math.min(Integer.MAX_VALUE, number(word, fallback));
    }

    /** A whole number that fits an int, with the table's default. */
    int count(String word) {
        return (int) Math.min(Integer.MAX_VALUE, number(word));
    }

    /** A time, with the table's default. */
    Duration time(String word) {
        OptionalLong micros = Values.micros(defaultOf(word));
        return time(word, Duration.of(micros.orElseThrow(), ChronoUnit.MICROS));
    }

    /** A time. */
    Duration time(String word, Duration fallback) {
        Entry entry = last(word);
        if (entry == null || absent(entry)) {
            return fallback;
        }
        if (entry.keyword().type() == ValueType.TIMER) {
            long none = Long.MIN_VALUE;
            long micros = checked(entry, 0, none);
            return micros == none ? fallback : Duration.of(micros, ChronoUnit.MICROS);
        }
        return Duration.ofSeconds(checked(entry, 0, fallback.toSeconds()));
    }

    /** A number at some position of an entry, checked against its keyword's range. */
    long checked(Entry entry, int index, long fallback) {
        Keyword keyword = entry.keyword();
        String text = entry.argument(index);
        boolean timer = keyword.type() == ValueType.TIMER;
        if (text == null) {
            absent(entry);
            return fallback;
        }
        OptionalLong value = timer ? Values.micros(text) : Values.whole(text);
        if (value.isEmpty()) {
            String what = timer ? "a decimal number of seconds" : "a whole decimal number";
            problems.error(
                    entry.placeOf(index), keyword.word() + " '" + text + "' is not " + what, rangeAdvice(keyword));
            return fallback;
        }
        if (!keyword.bounds().contain(value.getAsLong())) {
            problems.error(
                    entry.placeOf(index),
                    keyword.word() + " " + text + " is outside "
                            + keyword.bounds().text(),
                    "choose a number from " + keyword.bounds().text());
            return fallback;
        }
        return value.getAsLong();
    }

    private static String rangeAdvice(Keyword keyword) {
        return keyword.bounds().text().isEmpty()
                ? ""
                : "write a number from " + keyword.bounds().text();
    }

    /** True when the word stands there. */
    boolean flag(String word) {
        return has(word);
    }

    /** A switch; the word alone means on. */
    boolean bool(String word, boolean fallback) {
        Entry entry = last(word);
        if (entry == null) {
            return fallback;
        }
        String text = entry.argument(0);
        Boolean value = text == null ? Boolean.TRUE : Values.bool(text);
        if (value == null) {
            problems.error(
                    entry.placeOf(0),
                    entry.keyword().word() + " '" + text + "' is neither on nor off",
                    "write on or off");
            return fallback;
        }
        return value;
    }

    /** The first argument as it is, or null where the word or its argument is missing; the latter is reported. */
    @Nullable
    String text(String word) {
        Entry entry = last(word);
        return entry == null || absent(entry) ? null : entry.argument(0);
    }

    /** A text whose length the table limits. */
    @Nullable
    String name(String word) {
        Entry entry = last(word);
        String text = text(word);
        if (entry != null && text != null && !entry.keyword().bounds().contain(text.length())) {
            problems.error(
                    entry.placeOf(0),
                    word + " '" + text + "' has " + text.length() + " characters",
                    entry.keyword().bounds().text() + " characters are allowed");
        }
        return text;
    }

    /** One of the words that the table names, or null where the word is missing or another one. */
    @Nullable
    String choice(String word) {
        Entry entry = last(word);
        if (entry == null || absent(entry)) {
            return null;
        }
        String text = entry.argument(0);
        List<String> choices = entry.keyword().choices();
        if (text != null && choices.contains(text)) {
            return text;
        }
        problems.error(
                entry.placeOf(0),
                entry.keyword().word() + " cannot be '" + text + "'",
                "write one of " + String.join(", ", choices));
        return null;
    }

    /** An address, or null where the word is missing or its argument is none. */
    @Nullable
    InetAddress address(String word) {
        Entry entry = last(word);
        if (entry == null || absent(entry)) {
            return null;
        }
        String text = entry.argument(0);
        InetAddress address = text == null ? null : Addresses.parse(text);
        if (address == null) {
            problems.error(
                    entry.placeOf(0),
                    word + " '" + text + "' is no IPv4 or IPv6 address",
                    "write the address in digits; names are not looked up");
        }
        return address;
    }

    private boolean absent(Entry entry) {
        if (entry.argumentCount() > 0) {
            return false;
        }
        problems.error(entry.place(), "'" + entry.keyword().word() + "' needs a value", rangeAdvice(entry.keyword()));
        return true;
    }
}
