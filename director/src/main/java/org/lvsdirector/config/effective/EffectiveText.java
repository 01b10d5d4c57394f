package org.lvsdirector.config.effective;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes an effective configuration in the language that it was read in. */
public final class EffectiveText {
    private static final String INDENT = "    ";
    private static final String NEEDS_QUOTES = " \t#!{}";

    private EffectiveText() {}

    /** The text; to read it again gives the same configuration. */
    public static String of(List<EffectiveLine> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> write(line, written -> text.append(written).append('\n')));
        return text.toString();
    }

    /** Hands over the text of a line and all that its braces hold, without line ends. */
    public static void write(EffectiveLine line, Consumer<String> sink) {
        write(line, "", sink);
    }

    private static void write(EffectiveLine line, String indent, Consumer<String> sink) {
        StringBuilder text = new StringBuilder(indent).append(line.word());
        line.values().forEach(value -> text.append(' ').append(line.isCommand() ? value : quoted(value)));
        @Nullable List<EffectiveLine> block = line.block();
        if (block == null) {
            sink.accept(text.toString());
        } else {
            sink.accept(text.append(" {").toString());
            block.forEach(inner -> write(inner, indent + INDENT, sink));
            sink.accept(indent + "}");
        }
    }

    private static String quoted(String value) {
        boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
        return plain ? value : '"' + value + '"';
    }
}
