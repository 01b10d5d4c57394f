package org.lvsdirector.config.syntax;

import java.util.function.Consumer;

/**
 * Third stage, between lines and words: where definitions, conditions and generators turn one line into none or many. None of them is built
 * yet; each is refused, because to pass over it would change what the rest of the file means.
 */
final class PreprocessorStage implements Consumer<Line> {
    private final Consumer<Line> next;
    private final Problems problems;

    PreprocessorStage(Consumer<Line> next, Problems problems) {
        this.next = next;
        this.problems = problems;
    }

    @Override
    public void accept(Line line) {
        String text = line.text();
        int start = line.from();
        while (start < line.to() && Lexer.isBlank(text.charAt(start))) {
            start++;
        }
        if (start == line.to()) {
            return;
        }
        char c = text.charAt(start);
        if (c == '@') {
            refuse(
                    line,
                    start,
                    "a condition ('@id ...')",
                    "keep a file of its own for each machine, with 'include' for what they share");
        } else if (c == '~' && startsGenerator(text, start)) {
            refuse(line, start, "a generator ('~SEQ', '~LST')", "write its lines out");
        } else if (c == '$' && isDefinition(text, start + 1, line.to())) {
            refuse(line, start, "a definition ('$NAME=...')", "write the value where it is used");
        } else {
            next.accept(line);
        }
    }

    private void refuse(Line line, int start, String what, String advice) {
        problems.error(line.placeAt(start), what + " is not built yet", advice);
    }

    private static boolean startsGenerator(String text, int start) {
        return text.startsWith("~SEQ", start) || text.startsWith("~LST", start);
    }

    private static boolean isDefinition(String text, int nameFrom, int to) {
        int i = nameFrom;
        while (i < to && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
            i++;
        }
        return i > nameFrom && i < to && text.charAt(i) == '=';
    }
}
