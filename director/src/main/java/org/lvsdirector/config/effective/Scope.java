package org.lvsdirector.config.effective;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.keyword.BlockWords;
import org.lvsdirector.config.keyword.Keyword;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Word;

/**
 * A block and those around it, as far as defaults look there.
 *
 * @param said what the block itself says, by canonical words; the last one counts
 * @param opener null for the words outside blocks, and for the global ones
 */
record Scope(
        BlockWords words,
        Map<String, List<String>> said,
        @Nullable Directive opener,
        @Nullable Scope outer) {

    static Scope of(BlockWords words, List<Directive> children, @Nullable Directive opener, @Nullable Scope outer) {
        Map<String, List<String>> said = new HashMap<>();
        for (Directive child : children) {
            Keyword keyword = words.find(child.word());
            if (keyword != null) {
                said.put(
                        keyword.canonical(),
                        child.arguments().stream().map(Word::text).toList());
            }
        }
        return new Scope(words, said, opener, outer);
    }

    boolean has(String word) {
        return said.containsKey(word);
    }

    /** Whether this block or one around it says a word. */
    boolean hears(String word) {
        return has(word) || (outer != null && outer.hears(word));
    }

    /** The value of a word in the innermost block that knows it: what that says, or its default; empty for none. */
    List<String> value(String word) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Keyword keyword = scope.words.find(word);
            if (keyword != null) {
                List<String> value = scope.said.get(keyword.canonical());
                return value == null ? Defaults.of(scope.words.get(keyword.canonical()), scope) : said(keyword, value);
            }
        }
        return List.of();
    }

    private static List<String> said(Keyword keyword, List<String> value) {
        return value.isEmpty() && Defaults.meansOnAlone(keyword) ? List.of("on") : value;
    }
}
