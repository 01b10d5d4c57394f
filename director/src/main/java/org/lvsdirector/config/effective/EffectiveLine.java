package org.lvsdirector.config.effective;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word with what stands behind it.
 *
 * @param values without quotes; for a command one value, as it was written
 * @param isDefault the file does not say it
 * @param isCommand its value has quotes of its own
 * @param block what its braces hold; null for a word without braces
 */
public record EffectiveLine(
        String word,
        List<String> values,
        boolean isDefault,
        boolean isCommand,
        @Nullable List<EffectiveLine> block) {
    public EffectiveLine {
        values = List.copyOf(values);
        block = block == null ? null : List.copyOf(block);
    }

    static EffectiveLine byDefault(String word, List<String> values) {
        return new EffectiveLine(word, values, true, false, null);
    }
}
