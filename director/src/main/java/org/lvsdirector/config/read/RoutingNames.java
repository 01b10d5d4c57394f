package org.lvsdirector.config.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.lvsdirector.config.syntax.SourceLoader;
import org.lvsdirector.config.syntax.Word;

/** The names that iproute2's files give to numbers; a file that is missing or unreadable leaves the built-in ones. */
final class RoutingNames {
    /** What is named. */
    enum Kind {
        TABLE("rt_tables", 0xFFFF_FFFFL),
        PROTOCOL("rt_protos", 0xFF),
        SCOPE("rt_scopes", 0xFF),
        TOS("rt_dsfield", 0xFF),
        REALM("rt_realms", 0xFFFF),
        GROUP("group", 0xFFFF_FFFFL);

        private final String file;
        private final long greatest;

        Kind(String file, long greatest) {
            this.file = file;
            this.greatest = greatest;
        }

        private Map<String, Long> builtIn() {
            return switch (this) {
                case TABLE -> Map.of("default", 253L, "main", 254L, "local", 255L);
                case PROTOCOL ->
                    Map.of("redirect", 1L, "kernel", 2L, "boot", 3L, "static", 4L, "bird", 12L, "keepalived", 18L);
                case SCOPE -> Map.of("global", 0L, "site", 200L, "link", 253L, "host", 254L, "nowhere", 255L);
                case TOS -> Map.of();
                case REALM -> Map.of("cosmos", 0L);
                case GROUP -> Map.of("default", 0L);
            };
        }
    }

    private final SourceLoader loader;
    /** What a later one names counts. */
    private final List<Path> folders;

    private final Map<Kind, Map<String, Long>> read = new EnumMap<>(Kind.class);

    RoutingNames(SourceLoader loader, List<Path> folders) {
        this.loader = loader;
        this.folders = folders;
    }

    /** The number behind a word, written as one or by name; 0 after a report. */
    long number(LineCursor line, Word of, Kind kind) {
        Word value = line.value(of);
        if (value == null) {
            return 0;
        }
        OptionalLong number = number(value.text(), kind);
        if (number.isEmpty()) {
            line.error(
                    value,
                    of.text() + " '" + value.text() + "' is neither a number from 0 to " + kind.greatest
                            + " nor a name",
                    "names are those of " + folders.get(folders.size() - 1).resolve(kind.file));
        }
        return number.orElse(0);
    }

    OptionalLong number(String text, Kind kind) {
        OptionalLong number = LineCursor.whole(text);
        if (number.isPresent()) {
            return number.getAsLong() >= 0 && number.getAsLong() <= kind.greatest ? number : OptionalLong.empty();
        }
        Long named = read.computeIfAbsent(kind, this::load).get(text);
        return named == null ? OptionalLong.empty() : OptionalLong.of(named);
    }

    private Map<String, Long> load(Kind kind) {
        Map<String, Long> names = new HashMap<>(kind.builtIn());
        folders.forEach(folder -> load(folder.resolve(kind.file), names));
        return names;
    }

    private void load(Path file, Map<String, Long> names) {
        String text;
        try {
            text = new String(loader.read(file), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            return;
        }
        for (String line : text.split("\n", -1)) {
            String[] words = line.strip().split("\\s+", 3);
            OptionalLong number = LineCursor.whole(words[0]);
            if (words.length > 1 && number.isPresent()) {
                names.put(words[1], number.getAsLong());
            }
        }
    }
}
