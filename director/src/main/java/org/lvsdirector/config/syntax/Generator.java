package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code ~SEQ(...)}, {@code ~SEQx(...)} or {@code ~LST(...)} says: variables, and the values that they take one round after the other.
 *
 * @param rounds for each round a value for each variable
 */
record Generator(List<String> variables, Rounds rounds) {
    private static final String LIST = "~LST(";
    private static final String HEX = "~SEQx(";
    private static final String NUMBERS = "~SEQ(";

    /** The values; a sequence is not written out, since its length is anybody's. */
    interface Rounds {
        long count();

        List<String> values(long round);
    }

    static boolean startsAt(String text, int start) {
        return text.startsWith(NUMBERS, start) || text.startsWith(HEX, start) || text.startsWith(LIST, start);
    }

    /**
     * Reads one.
     *
     * @param text from the tilde to the closing parenthesis, variables replaced
     * @throws IllegalArgumentException with what is wrong
     */
    static Generator read(String text) {
        if (!text.endsWith(")")) {
            throw new IllegalArgumentException("the parenthesis of this generator is not closed on its line");
        }
        String arguments = text.substring(text.indexOf('(') + 1, text.length() - 1);
        if (text.startsWith(LIST)) {
            return list(split(arguments));
        }
        return sequence(split(arguments), text.startsWith(HEX));
    }

    private static Generator sequence(List<String> arguments, boolean hex) {
        if (arguments.size() < 2 || arguments.size() > 4) {
            throw new IllegalArgumentException(
                    "a sequence is (VARIABLE, START, STEP, END), START and STEP may be left out");
        }
        long end = number(arguments.get(arguments.size() - 1));
        long start = arguments.size() > 2 ? number(arguments.get(1)) : end > 0 ? 1 : -1;
        long step = arguments.size() > 3 ? number(arguments.get(2)) : start <= end ? 1 : -1;
        if (step == 0 || (end - start) / step < 0) {
            throw new IllegalArgumentException("steps of " + step + " never lead from " + start + " to " + end);
        }
        long count = (end - start) / step + 1;
        return new Generator(List.of(name(arguments.get(0))), new Rounds() {
            @Override
            public long count() {
                return count;
            }

            @Override
            public List<String> values(long round) {
                return List.of(
                        Long.toString(start + round * step, hex ? 16 : 10).toLowerCase(Locale.ROOT));
            }
        });
    }

    private static Generator list(List<String> arguments) {
        List<String> names =
                members(arguments.get(0)).stream().map(Generator::name).toList();
        List<List<String>> rounds = new ArrayList<>();
        for (String argument : arguments.subList(1, arguments.size())) {
            List<String> values =
                    names.size() == 1 && !argument.startsWith("{") ? List.of(argument) : members(argument);
            if (values.size() != names.size()) {
                throw new IllegalArgumentException(
                        "'" + argument + "' has not one value for each of " + names.size() + " variables");
            }
            rounds.add(values);
        }
        return new Generator(names, new Rounds() {
            @Override
            public long count() {
                return rounds.size();
            }

            @Override
            public List<String> values(long round) {
                return rounds.get((int) round);
            }
        });
    }

    /** Between commas outside braces. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    private static List<String> members(String text) {
        boolean braced = text.startsWith("{") && text.endsWith("}");
        return braced ? split(text.substring(1, text.length() - 1)) : List.of(text);
    }

    private static String name(String text) {
        if (text.isEmpty() || Reference.nameEnd(text, 0, text.length()) != text.length()) {
            throw new IllegalArgumentException("'" + text + "' is no name for a variable");
        }
        return text;
    }

    private static long number(String text) {
        try {
            return Integer.decode(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("'" + text + "' is no whole number", noNumber);
        }
    }
}
