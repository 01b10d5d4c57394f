package org.lvsdirector.config.syntax;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a place: its line, and below it a caret under the column. */
public final class SourceExcerpt {
    private static final int WIDEST = 120;

    private final SourceLoader loader;
    private String knownFile = "";
    private List<String> knownLines = List.of();

    /** @param loader for the files that places name */
    public SourceExcerpt(SourceLoader loader) {
        this.loader = loader;
    }

    /** The line and the caret; empty if the file can no longer be read or the line is gone or blank. */
    public List<String> of(SourcePlace place) {
        String line = line(place);
        if (line == null || line.isBlank()) {
            return List.of();
        }
        int caret = line.offsetByCodePoints(0, Math.min(place.column() - 1, line.codePointCount(0, line.length())));
        int from = caret > WIDEST ? caret - WIDEST / 2 : 0;
        int to = Math.min(line.length(), from + WIDEST);
        return List.of(line.substring(from, to).stripTrailing(), padding(line, from, caret) + "^");
    }

    private @Nullable String line(SourcePlace place) {
        if (!place.file().equals(knownFile)) {
            knownFile = place.file();
            knownLines = lines(place.file());
        }
        return place.line() <= knownLines.size() ? knownLines.get(place.line() - 1) : null;
    }

    private List<String> lines(String file) {
        try {
            String text = Decoder.decode(loader.read(Path.of(file)));
            return text == null ? List.of() : text.replace("\r\n", "\n").lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Blanks as wide as the text before the caret: tabs stay tabs, ideographs take two columns. */
    private static String padding(String line, int from, int caret) {
        StringBuilder padding = new StringBuilder();
        line.substring(from, caret)
                .codePoints()
                .forEach(c -> padding.append(c == '\t' ? "\t" : isWide(c) ? "  " : " "));
        return padding.toString();
    }

    private static boolean isWide(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> codePoint >= 0xFF01 && codePoint <= 0xFF60;
        };
    }
}
