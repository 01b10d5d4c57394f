package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line put together of stretches of others, which are the values of variables. */
final class ExpandedLine extends ComposedLine {
    private final List<Stretch> stretches;

    private ExpandedLine(String text, List<Stretch> stretches) {
        super(text);
        this.stretches = stretches;
    }

    /**
     * @param start offset of its first character in the new line
     * @param at offset in the line that it comes from
     * @param verbatim whether its characters stand there, or were made up there, as a generator's number is
     * @param use where the variable was used whose value this is; null for what is no value
     */
    private record Stretch(
            int start,
            Line line,
            int at,
            boolean verbatim,
            @Nullable SourcePlace use) {}

    /** Puts a line together. */
    static final class Writer {
        private final StringBuilder text = new StringBuilder();
        private final List<Stretch> stretches = new ArrayList<>();

        void add(Fragment fragment, @Nullable SourcePlace use) {
            if (!fragment.isEmpty()) {
                stretches.add(new Stretch(text.length(), fragment.line(), fragment.from(), true, use));
                text.append(fragment.line().text(), fragment.from(), fragment.to());
            }
        }

        /** Adds text that was made up for what stands in a line at an offset. */
        void add(String made, Line line, int at, @Nullable SourcePlace use) {
            if (!made.isEmpty()) {
                stretches.add(new Stretch(text.length(), line, at, false, use));
                text.append(made);
            }
        }

        int length() {
            return text.length();
        }

        /** The line; the writer begins a new one. */
        ExpandedLine finish() {
            ExpandedLine line = new ExpandedLine(text.toString(), List.copyOf(stretches));
            text.setLength(0);
            stretches.clear();
            return line;
        }
    }

    @Override
    String file() {
        return placeAt(0).file();
    }

    @Override
    int lineAt(int offset) {
        return placeAt(offset).line();
    }

    @Override
    int columnAt(int offset) {
        return placeAt(offset).column();
    }

    @Override
    SourcePlace placeAt(int offset) {
        Stretch stretch = stretches.get(indexAt(offset));
        int distance = stretch.verbatim() ? offset - stretch.start() : 0;
        return stretch.line().placeAt(stretch.at() + distance).reachedThrough(stretch.use());
    }

    private int indexAt(int offset) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (stretches.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    boolean isMadeUp() {
        return true;
    }
}
