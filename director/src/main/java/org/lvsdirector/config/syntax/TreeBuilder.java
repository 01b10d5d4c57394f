package org.lvsdirector.config.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Last stage: nests directives by their braces. A block left open is noticed where the next block begins that can only stand outside all
 * others, so that one forgotten brace does not make nonsense of the rest of the file.
 */
final class TreeBuilder {
    private static final int NONE = -1;

    private final Problems problems;
    private final Predicate<String> outermost;
    private final Tape tape;
    private final Deque<Open> stack = new ArrayDeque<>();
    /** The directive whose braces may follow. */
    private int pending = NONE;

    /** @param outermost whether a word opens a block that stands in no other block */
    TreeBuilder(Tape tape, Problems problems, Predicate<String> outermost) {
        this.tape = tape;
        this.problems = problems;
        this.outermost = outermost;
    }

    /** A block whose closing brace has not come yet: where it is on the tape, and its brace in a line. */
    private record Open(int at, Line line, int offset) {}

    /** A directive was written. */
    void directive(int at) {
        pending = at;
    }

    /** @param line that the brace stands in, at an offset */
    void open(Line line, int offset) {
        int at = pending;
        pending = NONE;
        if (at == NONE) {
            problems.error(
                    line.placeAt(offset),
                    "this '{' follows no word that it could belong to",
                    "remove it, or name the block");
            at = tape.begin(line, offset, offset, 0);
        } else if (!stack.isEmpty() && outermost.test(tape.text(at, 0))) {
            leaveAll(new Directive(tape, at), at);
        }
        tape.open(at, line.lineAt(offset), line.columnAt(offset));
        stack.push(new Open(at, line, offset));
    }

    private void leaveAll(Directive opener, int at) {
        reportOpen("close it with '}' before '" + opener.summary() + "' at " + opener.place());
        stack.forEach(open -> tape.close(open.at(), at));
        stack.clear();
    }

    void close(Line line, int offset) {
        pending = NONE;
        if (stack.isEmpty()) {
            problems.error(
                    line.placeAt(offset), "this '}' closes nothing", "remove it, or look for a '}' too many above");
            return;
        }
        tape.close(stack.pop().at(), tape.size());
    }

    /** The directives outside all blocks, once everything has been handed over. */
    List<Directive> finish() {
        reportOpen("close it with '}'");
        stack.forEach(open -> tape.close(open.at(), tape.size()));
        return tape.roots();
    }

    private void reportOpen(String advice) {
        for (Iterator<Open> open = stack.descendingIterator(); open.hasNext() && !problems.isFull(); ) {
            Open block = open.next();
            String label = tape.wordCount(block.at()) == 0 ? "{" : new Directive(tape, block.at()).summary();
            problems.error(
                    block.line().placeAt(block.offset()),
                    "the block '" + label + "' that opens here is not closed",
                    advice);
        }
    }
}
