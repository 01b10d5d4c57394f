package org.lvsdirector.ipvsctl.arguments;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads words by popt's rules: letters in one word may share a dash; a value follows in the same word, with or without {@code =}, or
 * is the next word whatever it looks like; an optional value is not a word that begins with a dash; {@code --} ends the switches;
 * other words are kept for {@link #nextPlainWord}, wherever they stand.
 */
final class PoptReader {
    private static final String UNKNOWN = "unknown option";
    private static final String UNWANTED_VALUE = "option does not take an argument";
    private static final String MISSING_VALUE = "missing argument";

    private final List<String> words;
    private final boolean withOurs;
    private final Deque<String> plainWords = new ArrayDeque<>(1);
    private int next;
    /** What is left of a word of letters. */
    private String letters = "";

    private @Nullable String value;
    private boolean switchesEnded;

    /** @param withOurs whether switches that ipvsadm has not are known */
    PoptReader(List<String> words, boolean withOurs) {
        this.words = words;
        this.withOurs = withOurs;
    }

    /** The next switch, or null after the last. */
    @Nullable
    Switch next() throws UsageException {
        value = null;
        while (letters.isEmpty()) {
            if (next == words.size()) {
                return null;
            }
            String word = words.get(next++);
            if (switchesEnded || !word.startsWith("-") || word.length() == 1) {
                plainWords.add(word);
            } else if (word.equals("--")) {
                switchesEnded = true;
            } else if (word.startsWith("--")) {
                return named(word.substring(2));
            } else {
                letters = word.substring(1);
            }
        }
        return lettered();
    }

    /** The value of the switch that {@link #next} returned; null if it has none. */
    @Nullable
    String value() {
        return value;
    }

    /** The last word that was read: the one with the present switch, or its value where that is a word of its own. */
    String lastWord() {
        return words.get(next - 1);
    }

    /** The next word that was neither a switch nor a value, or null; complete once {@link #next} has returned null. */
    @Nullable
    String nextPlainWord() {
        return plainWords.poll();
    }

    private Switch named(String text) throws UsageException {
        int equals = text.indexOf('=');
        Switch found = Switch.ofName(equals < 0 ? text : text.substring(0, equals), withOurs);
        if (found == null) {
            throw fault(UNKNOWN);
        }
        if (found.takes() == Switch.Takes.NOTHING) {
            if (equals >= 0) {
                throw fault(UNWANTED_VALUE);
            }
        } else {
            value = equals >= 0 ? text.substring(equals + 1) : nextWordAsValue(found);
        }
        return found;
    }

    private Switch lettered() throws UsageException {
        Switch found = Switch.ofLetter(letters.charAt(0));
        if (found == null) {
            throw fault(UNKNOWN);
        }
        String rest = letters.substring(1);
        if (found.takes() == Switch.Takes.NOTHING) {
            if (rest.startsWith("=")) {
                throw fault(UNWANTED_VALUE);
            }
            letters = rest;
        } else {
            letters = "";
            if (rest.isEmpty()) {
                value = nextWordAsValue(found);
            } else {
                value = rest.startsWith("=") ? rest.substring(1) : rest;
            }
        }
        return found;
    }

    private @Nullable String nextWordAsValue(Switch found) throws UsageException {
        boolean optional = found.takes() == Switch.Takes.PERHAPS_A_VALUE;
        if (next == words.size()) {
            if (optional) {
                return null;
            }
            throw fault(MISSING_VALUE);
        }
        if (optional && words.get(next).startsWith("-")) {
            return null;
        }
        return words.get(next++);
    }

    private UsageException fault(String why) {
        return UsageException.unreadable(lastWord() + ": " + why);
    }
}
