package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces the variables in one line by their values, and the variables in those; what is not defined stays as it stands. */
final class Expansion {
    private final Variables variables;
    private final ExpansionBudget budget;
    private final Problems problems;
    private final ExpandedLine.Writer writer = new ExpandedLine.Writer();
    private final List<Line> lines = new ArrayList<>();
    /** The variables whose values are being looked into. */
    private final Set<String> open = new LinkedHashSet<>();

    private boolean quoted;

    Expansion(Variables variables, ExpansionBudget budget, Problems problems) {
        this.variables = variables;
        this.budget = budget;
        this.problems = problems;
    }

    /** The lines that come of a stretch of one: at least one. */
    List<Line> of(Fragment fragment) {
        copy(fragment, null);
        lines.add(writer.finish());
        return lines;
    }

    private void copy(Fragment fragment, @Nullable SourcePlace use) {
        Line line = fragment.line();
        int copied = fragment.from();
        int i = copied;
        while (i < fragment.to()) {
            char c = fragment.at(i);
            Reference reference = c == '$' ? Reference.at(line.text(), i, fragment.to()) : null;
            if (reference != null) {
                writer.add(new Fragment(line, copied, i), use);
                if (!replace(reference, line, i, use)) {
                    writer.add(new Fragment(line, i, reference.end()), use);
                }
                i = reference.end();
                copied = i;
            } else if (c == '\\') {
                i = Math.min(i + 2, fragment.to());
            } else if (!quoted && Comments.isMark(c)) {
                break;
            } else {
                quoted ^= c == '"';
                i++;
            }
        }
        writer.add(new Fragment(line, copied, i), use);
    }

    /** Whether there is a value to put in place of a reference. */
    private boolean replace(Reference reference, Line line, int at, @Nullable SourcePlace use) {
        Definition definition = variables.find(reference.name());
        if (definition != null) {
            paste(definition, line, at, use);
            return true;
        }
        String value = variables.predefined(reference, quoted);
        if (value != null && budget.take(line, at, value.length())) {
            writer.add(value, line, at, use);
        }
        if (value == null) {
            Undefined.report(reference, line.placeAt(at).reachedThrough(use), variables, problems);
        }
        return value != null;
    }

    private void paste(Definition definition, Line line, int at, @Nullable SourcePlace use) {
        SourcePlace here = line.placeAt(at).reachedThrough(use);
        if (open.size() >= PreprocessorStage.DEEPEST) {
            problems.error(
                    here,
                    "values are nested more than " + PreprocessorStage.DEEPEST + " deep",
                    "write some of them out");
            return;
        }
        if (!open.add(definition.name())) {
            problems.error(
                    here,
                    "the value of $" + definition.name() + " leads back to itself",
                    "by way of $" + String.join(", $", open));
            return;
        }
        boolean first = true;
        for (Fragment row : definition.rows()) {
            if (!budget.take(line, at, row.to() - row.from()) || !budget.allowsLine(line, at, writer.length())) {
                break;
            }
            if (!first) {
                lines.add(writer.finish());
            }
            first = false;
            copy(row, here);
        }
        open.remove(definition.name());
    }
}
