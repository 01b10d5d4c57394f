package org.lvsdirector.config.syntax;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Third stage: finds {@code include PATTERN} lines and the files they mean. A relative pattern starts in the folder of the file that holds
 * it. The letter behind {@code include} asks for more: {@code w} a match for wildcards, {@code b} one for each alternative in braces,
 * {@code a} both. A name without wildcards must always exist.
 */
final class IncludeStage {
    private static final String STEM = "include";
    private static final String CHECK = "include_check";

    private final SourceLoader loader;
    private final Vocabulary vocabulary;
    private final Problems problems;
    private IncludeChecks checks = IncludeChecks.NONE;

    IncludeStage(SourceLoader loader, Vocabulary vocabulary, Problems problems) {
        this.loader = loader;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /**
     * An include line.
     *
     * @param word the include word
     * @param from offset of the pattern in the line
     */
    record Include(Line line, String word, int from, String pattern) {
        SourcePlace place() {
            return line.placeAt(from);
        }

        private boolean asks(char letter) {
            char last = word.charAt(word.length() - 1);
            return word.length() > STEM.length() && (last == letter || last == 'a');
        }
    }

    /** What is asked of all includes from here on. */
    IncludeChecks checks() {
        return checks;
    }

    /** Goes back to what was asked in the file that includes the one just read. */
    void ask(IncludeChecks before) {
        checks = before;
    }

    /** The include that a line is, or null for any other line. A line that changes what is asked of includes is heeded too. */
    @Nullable
    Include parse(Line line) {
        String text = line.text();
        int start = skipBlanks(text, line.from(), line.to());
        if (!text.startsWith(STEM, start)) {
            return null;
        }
        int end = Comments.start(text, start, line.to());
        int wordEnd = start;
        while (wordEnd < end && !Lexer.isBlank(text.charAt(wordEnd))) {
            wordEnd++;
        }
        String word = text.substring(start, wordEnd);
        if (word.equals(CHECK)) {
            change(line, wordEnd, end);
        }
        if (!vocabulary.isInclude(word)) {
            return null;
        }
        int from = skipBlanks(text, wordEnd, end);
        String pattern = text.substring(from, end).strip();
        boolean quoted = pattern.length() > 1 && pattern.startsWith("\"") && pattern.endsWith("\"");
        return new Include(line, word, from, quoted ? pattern.substring(1, pattern.length() - 1) : pattern);
    }

    private void change(Line line, int from, int to) {
        List<String> options = new ArrayList<>();
        String text = line.text();
        for (int at = skipBlanks(text, from, to); at < to; ) {
            int wordEnd = at;
            while (wordEnd < to && !Lexer.isBlank(text.charAt(wordEnd))) {
                wordEnd++;
            }
            String option = text.substring(at, wordEnd);
            if (IncludeChecks.knows(option)) {
                options.add(option);
            } else {
                problems.error(
                        line.placeAt(at),
                        "'" + CHECK + "' does not know '" + option + "'",
                        "write readable, match, wildcard_match or brace_match");
            }
            at = skipBlanks(text, wordEnd, to);
        }
        checks = checks.after(options);
    }

    private static int skipBlanks(String text, int from, int to) {
        int i = from;
        while (i < to && Lexer.isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The files to read, in order; problems are reported. */
    List<Path> files(Include include, Path includingFile) {
        if (include.pattern().isEmpty()) {
            problems.error(
                    include.place(), "'" + include.word() + "' names no file", "write the file's name behind it");
            return List.of();
        }
        Path parent = includingFile.getParent();
        Path directory = parent == null ? Path.of("") : parent;
        List<Path> files = new ArrayList<>();
        List<String> alternatives = Braces.expand(include.pattern());
        try {
            for (String alternative : alternatives) {
                files.addAll(alternative(include, alternative, directory, alternatives.size() > 1));
            }
        } catch (InvalidPathException e) {
            problems.error(include.place(), "'" + include.pattern() + "' is no file name: " + e.getReason(), "");
        }
        return files;
    }

    private List<Path> alternative(Include include, String pattern, Path directory, boolean oneOfSeveral) {
        if (!Wildcard.isIn(pattern) && !oneOfSeveral) {
            return List.of(directory.resolve(pattern));
        }
        List<Path> found = new ArrayList<>();
        for (Path file : loader.matching(directory, pattern)) {
            if (loader.isExecutable(file)) {
                problems.warning(
                        include.place(),
                        file + " matches but is executable, so it is skipped",
                        "a configuration file has no execute bit: chmod a-x " + file);
            } else {
                found.add(file);
            }
        }
        boolean needed =
                Wildcard.isIn(pattern) ? include.asks('w') || checks.wildcards() : include.asks('b') || checks.braces();
        if (found.isEmpty() && needed) {
            problems.error(
                    include.place(),
                    "no file matches '" + pattern + "' in " + directory.toAbsolutePath(),
                    "'" + STEM + "' alone, without " + CHECK + ", allows that");
        }
        return found;
    }
}
