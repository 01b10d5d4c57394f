package org.lvsdirector.config.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Last stage: nests directives by their braces. A block left open is noticed where the next block begins that can only stand outside all
 * others, so that one forgotten brace does not make nonsense of the rest of the file.
 */
final class TreeBuilder {
    private final Problems problems;
    private final Predicate<String> outermost;
    private final List<Directive> roots = new ArrayList<>();
    private final Deque<Open> stack = new ArrayDeque<>();
    private List<Directive> siblings = roots;
    private @Nullable Directive pending;

    /** @param outermost whether a word opens a block that stands in no other block */
    TreeBuilder(Problems problems, Predicate<String> outermost) {
        this.problems = problems;
        this.outermost = outermost;
    }

    /** A block whose closing brace has not come yet. */
    private record Open(String label, SourcePlace brace, List<Directive> outside) {}

    void directive(Directive directive) {
        siblings.add(directive);
        pending = directive;
    }

    void open(SourcePlace brace) {
        Directive opener = pending;
        pending = null;
        if (opener == null) {
            problems.error(brace, "this '{' follows no word that it could belong to", "remove it, or name the block");
            stack.push(new Open("{", brace, siblings));
            siblings = new ArrayList<>();
            return;
        }
        if (!stack.isEmpty() && outermost.test(opener.word())) {
            leaveAll(opener);
        }
        stack.push(new Open(opener.summary(), brace, siblings));
        siblings = opener.openBlock(brace);
    }

    private void leaveAll(Directive opener) {
        SourcePlace next = opener.place();
        reportOpen("close it with '}' before '" + opener.summary() + "' at " + next);
        siblings.remove(siblings.size() - 1);
        stack.clear();
        siblings = roots;
        siblings.add(opener);
    }

    void close(SourcePlace brace) {
        pending = null;
        if (stack.isEmpty()) {
            problems.error(brace, "this '}' closes nothing", "remove it, or look for a '}' too many above");
            return;
        }
        siblings = stack.pop().outside();
    }

    /** The directives outside all blocks, once everything has been handed over. */
    List<Directive> finish() {
        reportOpen("close it with '}'");
        return roots;
    }

    private void reportOpen(String advice) {
        for (Iterator<Open> open = stack.descendingIterator(); open.hasNext() && !problems.isFull(); ) {
            Open block = open.next();
            problems.error(block.brace(), "the block '" + block.label() + "' that opens here is not closed", advice);
        }
    }
}
