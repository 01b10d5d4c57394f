package org.lvsdirector.control.parent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.StartWord;

/** What a reload was asked for and only a restart does. */
final class StartWords {
    private final Map<String, StartWord> begun;

    /** @param begun those of the configuration with which the director started */
    StartWords(List<StartWord> begun) {
        this.begun = byWord(begun);
    }

    private static Map<String, StartWord> byWord(List<StartWord> words) {
        return words.stream().collect(Collectors.toMap(StartWord::word, Function.identity(), (first, last) -> last));
    }

    /** A sentence for each word that is another one now; none if all is as it was. */
    List<String> changes(List<StartWord> now) {
        Map<String, StartWord> next = byWord(now);
        List<String> changes = new ArrayList<>();
        Stream.concat(begun.keySet().stream(), next.keySet().stream())
                .distinct()
                .sorted()
                .forEach(word -> {
                    StartWord before = begun.get(word);
                    StartWord after = next.get(word);
                    if (!valueOf(before).equals(valueOf(after))) {
                        changes.add(sentence(word, before, after));
                    }
                });
        return changes;
    }

    private static String valueOf(@Nullable StartWord word) {
        return word == null ? "not set" : word.value().isEmpty() ? "set" : "'" + word.value() + "'";
    }

    private static String sentence(String word, @Nullable StartWord before, @Nullable StartWord after) {
        String place = after == null ? "" : after.place() + ": ";
        return place + word + " is " + valueOf(after) + ", and the director started with it " + valueOf(before)
                + ": restart the director for that";
    }
}
