package org.lvsdirector.config.effective;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an effective configuration in the language that it was read in. */
public final class EffectiveText {
    private static final String INDENT = "    ";
    private static final String NEEDS_QUOTES = " \t#!{}";

    private EffectiveText() {}

    /** The text; to read it again gives the same configuration. */
    public static String of(List<EffectiveLine> lines) {
        StringBuilder text = new StringBuilder();
        write(lines, "", text);
        return text.toString();
    }

    private static void write(List<EffectiveLine> lines, String indent, StringBuilder text) {
        for (EffectiveLine line : lines) {
            text.append(indent).append(line.word());
            line.values().forEach(value -> text.append(' ').append(line.isCommand() ? value : quoted(value)));
            @Nullable List<EffectiveLine> block = line.block();
            if (block == null) {
                text.append('\n');
            } else {
                text.append(" {\n");
                write(block, indent + INDENT, text);
                text.append(indent).append("}\n");
            }
        }
    }

    private static String quoted(String value) {
        boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0);
        return plain ? value : '"' + value + '"';
    }
}
