package org.lvsdirector.config.syntax;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that are defined by now, and those that always are. */
final class Variables {
    private static final int GREATEST_RANDOM = 32_767;
    private static final Set<String> PREDEFINED = Set.of("_PWD", "_INSTANCE", "_RANDOM", "_HASH", "_BANG", "_ENV");

    private final ReadingContext context;
    private final Map<String, Definition> defined = new HashMap<>();
    private Path folder = Path.of("");

    Variables(ReadingContext context) {
        this.context = context;
    }

    /** From now on lines come from a file in this folder. */
    void readingIn(Path newFolder) {
        folder = newFolder;
    }

    void define(Definition definition) {
        defined.put(definition.name(), definition);
    }

    /** Sets a variable to a text that a generator made. */
    void set(String name, String value, Line line, int at) {
        ExpandedLine.Writer writer = new ExpandedLine.Writer();
        writer.add(value, line, at, null);
        Line made = writer.finish();
        define(new Definition(name, List.of(new Fragment(made, 0, value.length()))));
    }

    static boolean isPredefined(String name) {
        return PREDEFINED.contains(name);
    }

    /** The definition of a variable, or null. */
    @Nullable
    Definition find(String name) {
        return defined.get(name);
    }

    /** Names to choose from for one that is not known. */
    Set<String> names() {
        return defined.keySet();
    }

    /**
     * The value of a predefined variable, or null if it has none.
     *
     * @param quoted whether it stands between quotes, where a comment mark needs no protection
     */
    @Nullable
    String predefined(Reference reference, boolean quoted) {
        return switch (reference.name()) {
            case "_PWD" -> folder.toAbsolutePath().normalize().toString();
            case "_INSTANCE" -> context.configId();
            case "_HASH" -> quoted ? "#" : "\\#";
            case "_BANG" -> quoted ? "!" : "\\!";
            case "_RANDOM" -> random(reference.arguments());
            case "_ENV" -> context.environment().apply(reference.arguments());
            default -> null;
        };
    }

    private @Nullable String random(String arguments) {
        String[] bounds = arguments.isEmpty() ? new String[0] : arguments.split("\\s+", -1);
        try {
            int least = bounds.length > 0 ? Integer.parseInt(bounds[0]) : 0;
            int greatest = bounds.length > 1 ? Integer.parseInt(bounds[1]) : GREATEST_RANDOM;
            boolean sound = bounds.length <= 2 && least >= 0 && greatest >= least && greatest < Integer.MAX_VALUE;
            return sound ? Integer.toString(least + context.random().nextInt(greatest - least + 1)) : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
