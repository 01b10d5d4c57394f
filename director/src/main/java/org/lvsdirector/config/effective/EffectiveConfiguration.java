package org.lvsdirector.config.effective;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.keyword.BlockWords;
import org.lvsdirector.config.keyword.Keyword;
import org.lvsdirector.config.keyword.KeywordTable;
import org.lvsdirector.config.keyword.ValueType;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Word;

/** What a tree that was accepted comes to, with or without what it does not say. */
public final class EffectiveConfiguration {
    private static final String GLOBALS = "global_defs";

    /** Of these the last one counts, so that earlier ones are left out. */
    private static final Set<ValueType> SINGLE = EnumSet.of(
            ValueType.BOOL,
            ValueType.INT,
            ValueType.SECONDS,
            ValueType.TIMER,
            ValueType.CHOICE,
            ValueType.ADDRESS,
            ValueType.METHOD,
            ValueType.WEIGHT);

    private final KeywordTable table;
    private final boolean fill;

    private EffectiveConfiguration(KeywordTable table, boolean fill) {
        this.table = table;
        this.fill = fill;
    }

    /** With every default. */
    public static EffectiveConfiguration filledIn(KeywordTable table) {
        return new EffectiveConfiguration(table, true);
    }

    /** With nothing but what the files say. */
    public static EffectiveConfiguration asWritten(KeywordTable table) {
        return new EffectiveConfiguration(table, false);
    }

    /** The lines outside all blocks, in the order of the file. */
    public List<EffectiveLine> of(List<Directive> tree) {
        List<EffectiveLine> lines = new ArrayList<>();
        forEachLine(tree, lines::add);
        return lines;
    }

    /** The same, each made when the one before has been taken: all lines of a large configuration are far larger than itself. */
    public void forEachLine(List<Directive> tree, Consumer<EffectiveLine> sink) {
        BlockWords words = table.block(GLOBALS);
        List<Directive> globals = new ArrayList<>();
        for (Directive directive : tree) {
            if (directive.word().equals(GLOBALS)) {
                globals.addAll(directive.children());
            }
        }
        Scope outside = Scope.of(words, globals, null, null);
        if (fill || !globals.isEmpty()) {
            sink.accept(
                    new EffectiveLine(GLOBALS, List.of(), globals.isEmpty(), false, within(globals, words, outside)));
        }
        Scope root = Scope.of(table.block(KeywordTable.ROOT), tree, null, outside);
        for (Directive directive : tree) {
            if (!directive.word().equals(GLOBALS)) {
                line(directive, table.block(KeywordTable.ROOT), root, sink);
            }
        }
    }

    private List<EffectiveLine> within(List<Directive> directives, BlockWords words, Scope scope) {
        List<EffectiveLine> lines = new ArrayList<>();
        List<Directive> counting = counting(directives, words);
        counting.forEach(directive -> line(directive, words, scope, lines::add));
        if (!fill) {
            return lines;
        }
        int opened = firstBlock(lines);
        List<EffectiveLine> defaults = new ArrayList<>();
        for (Keyword keyword : words.all()) {
            List<String> value = scope.has(keyword.canonical()) ? List.of() : Defaults.of(keyword, scope);
            if (!value.isEmpty()) {
                defaults.add(EffectiveLine.byDefault(keyword.word(), value));
            }
        }
        lines.addAll(opened, defaults);
        return lines;
    }

    /** Defaults stand before the blocks, where the eye looks for them. */
    private static int firstBlock(List<EffectiveLine> lines) {
        int at = 0;
        while (at < lines.size() && lines.get(at).block() == null) {
            at++;
        }
        return at;
    }

    private static List<Directive> counting(List<Directive> directives, BlockWords words) {
        List<Directive> counting = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = directives.size() - 1; i >= 0; i--) {
            Keyword keyword = words.find(directives.get(i).word());
            if (keyword == null || !SINGLE.contains(keyword.type()) || seen.add(keyword.canonical())) {
                counting.add(0, directives.get(i));
            }
        }
        return counting;
    }

    private void line(Directive directive, BlockWords words, Scope scope, Consumer<EffectiveLine> sink) {
        Keyword keyword = words.find(directive.word());
        if (keyword == null) {
            return; // such a tree is not accepted
        }
        boolean command = keyword.type() == ValueType.SCRIPT || keyword.type() == ValueType.TEXT;
        List<String> values = command ? List.of(directive.rawArguments().strip()) : texts(directive);
        sink.accept(new EffectiveLine(
                keyword.canonical(),
                values.equals(List.of("")) ? List.of() : values,
                false,
                command,
                block(directive, keyword, scope)));
    }

    private @Nullable List<EffectiveLine> block(Directive directive, Keyword keyword, Scope scope) {
        if (keyword.type() == ValueType.BLOCK) {
            BlockWords inner = table.block(keyword.range());
            List<Directive> children = directive.children();
            return within(children, inner, Scope.of(inner, children, directive, scope));
        }
        return keyword.type() == ValueType.LINES
                ? directive.children().stream()
                        .map(child -> new EffectiveLine(child.word(), texts(child), false, false, freeBlock(child)))
                        .toList()
                : null;
    }

    /** Braces within free lines hold free lines. */
    private static @Nullable List<EffectiveLine> freeBlock(Directive line) {
        return line.hasBlock()
                ? line.children().stream()
                        .map(child -> new EffectiveLine(child.word(), texts(child), false, false, freeBlock(child)))
                        .toList()
                : null;
    }

    private static List<String> texts(Directive directive) {
        return directive.arguments().stream().map(Word::text).toList();
    }
}
