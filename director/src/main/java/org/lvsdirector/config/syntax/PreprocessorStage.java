package org.lvsdirector.config.syntax;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Second stage, where conditions, definitions, generators and variables turn one line into none or many. What a variable stands for goes
 * through it again, so that a value may hold all of them.
 */
final class PreprocessorStage implements Consumer<Line> {
    /** Deeper than anybody nests, and shallower than the stack. */
    static final int DEEPEST = 100;

    private final Consumer<Line> next;
    private final String configId;
    private final Variables variables;
    private final ExpansionBudget budget;
    private final Problems problems;
    private String searched = "";
    private int searchedFrom;
    private int nextDollar;

    PreprocessorStage(Consumer<Line> next, ReadingContext context, Problems problems) {
        this.next = next;
        this.configId = context.configId();
        this.variables = new Variables(context);
        this.budget = new ExpansionBudget(problems);
        this.problems = problems;
    }

    /** From now on lines come from a file in this folder. */
    void readingIn(Path folder) {
        variables.readingIn(folder);
    }

    @Override
    public void accept(Line line) {
        accept(line, line.from(), 0);
    }

    private void accept(Line line, int from, int depth) {
        int start = behindBlanks(line, from);
        if (start == line.to() || budget.isExhausted() || problems.isFull()) {
            return;
        }
        if (depth > DEEPEST) {
            budget.exhaust();
            problems.error(
                    line.placeAt(start),
                    "values are nested more than " + DEEPEST + " deep",
                    "look for one that holds itself");
            return;
        }
        String text = line.text();
        switch (text.charAt(start)) {
            case '@' -> condition(line, start, depth);
            case '$' -> variableFirst(line, start, depth);
            case '~' -> {
                if (Generator.startsAt(text, start)) {
                    generate(line, start, depth);
                } else {
                    expand(line, from, depth);
                }
            }
            default -> expand(line, from, depth);
        }
    }

    private static int behindBlanks(Line line, int from) {
        int i = from;
        while (i < line.to() && Lexer.isBlank(line.text().charAt(i))) {
            i++;
        }
        return i;
    }

    private void condition(Line line, int start, int depth) {
        String text = line.text();
        boolean negated = text.startsWith("@^", start);
        int from = start + (negated ? 2 : 1);
        int end = from;
        while (end < line.to() && !Lexer.isBlank(text.charAt(end))) {
            end++;
        }
        if (end == from) {
            problems.error(
                    line.placeAt(start), "a condition without an id", "write @ID or @^ID before what depends on it");
        } else if (text.substring(from, end).equals(configId) != negated) {
            accept(line, end, depth + 1);
        }
    }

    /** A definition, or a line whose first word a variable stands for, which may be a definition, condition or generator itself. */
    private void variableFirst(Line line, int start, int depth) {
        Definition definition = Definition.at(line, start);
        if (definition != null) {
            define(definition, line, start);
            return;
        }
        Reference reference = Reference.at(line.text(), start, line.to());
        Definition value = reference == null ? null : variables.find(reference.name());
        if (reference == null || value == null) {
            expand(line, start, depth);
            return;
        }
        SourcePlace use = line.placeAt(start);
        ExpandedLine.Writer writer = new ExpandedLine.Writer();
        List<Fragment> rows = value.rows();
        for (int i = 0;
                i < rows.size()
                        && budget.take(
                                line, start, rows.get(i).to() - rows.get(i).from());
                i++) {
            writer.add(rows.get(i), use);
            if (i == rows.size() - 1) {
                writer.add(new Fragment(line, reference.end(), line.to()), null);
            }
            again(writer.finish(), depth);
        }
    }

    private void define(Definition definition, Line line, int start) {
        if (Variables.isPredefined(definition.name())) {
            problems.error(
                    line.placeAt(start), "$" + definition.name() + " has a meaning already", "take another name");
        } else {
            variables.define(definition);
        }
    }

    private void generate(Line line, int start, int depth) {
        int close = line.text().indexOf(')', start);
        if (close < 0 || close >= line.to()) {
            problems.error(
                    line.placeAt(start), "the parenthesis of this generator is not closed on its line", "close it");
            return;
        }
        List<Line> head = new Expansion(variables, budget, problems).of(new Fragment(line, start, close + 1));
        try {
            rounds(Generator.read(head.get(0).text()), line, start, close + 1, depth);
        } catch (IllegalArgumentException wrong) {
            problems.error(line.placeAt(start), String.valueOf(wrong.getMessage()), "");
        }
    }

    private void rounds(Generator generator, Line line, int start, int rest, int depth) {
        for (long round = 0; round < generator.rounds().count(); round++) {
            List<String> values = generator.rounds().values(round);
            if (problems.isFull() || !budget.take(line, start, line.to() - rest)) {
                return;
            }
            for (int i = 0; i < values.size(); i++) {
                variables.set(generator.variables().get(i), values.get(i), line, start);
            }
            accept(line, rest, depth + 1);
        }
    }

    private void expand(Line line, int from, int depth) {
        if (!hasVariable(line, from)) {
            next.accept(from == line.from() ? line : new LineTail(line, from));
            return;
        }
        List<Line> lines = new Expansion(variables, budget, problems).of(new Fragment(line, from, line.to()));
        next.accept(lines.get(0));
        lines.subList(1, lines.size()).forEach(further -> again(further, depth));
    }

    /** All lines of a file are windows on one text, so that its next dollar sign is looked for once. */
    private boolean hasVariable(Line line, int from) {
        String text = line.text();
        boolean known = text.equals(searched) && from >= searchedFrom && from <= nextDollar;
        if (!known) {
            int found = text.indexOf('$', from);
            searched = text;
            searchedFrom = from;
            nextDollar = found < 0 ? text.length() : found;
        }
        return nextDollar < line.to();
    }

    private void again(Line made, int depth) {
        accept(made, made.from(), depth + 1);
    }
}
