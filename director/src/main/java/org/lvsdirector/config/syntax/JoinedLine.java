package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;

/** Lines that trailing backslashes join to one; the backslash counts as a space. */
final class JoinedLine extends Line {
    private final String file;
    private final String text;
    private final List<FileLine> parts;
    private final int[] starts;
    private int known;

    /** @param parts at least one, each but the last ending in a backslash */
    JoinedLine(List<FileLine> parts) {
        this.file = parts.get(0).file();
        this.parts = List.copyOf(parts);
        this.starts = new int[parts.size()];
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < starts.length; i++) {
            FileLine part = parts.get(i);
            starts[i] = joined.length();
            joined.append(part.text(), part.from(), part.to());
            if (i < starts.length - 1) {
                joined.setCharAt(joined.length() - 1, ' ');
            }
        }
        this.text = joined.toString();
    }

    @Override
    String file() {
        return file;
    }

    @Override
    String text() {
        return text;
    }

    @Override
    int from() {
        return 0;
    }

    @Override
    int to() {
        return text.length();
    }

    @Override
    int lineAt(int offset) {
        return part(offset).lineAt(offset);
    }

    @Override
    int columnAt(int offset) {
        FileLine part = part(offset);
        return part.columnAt(part.from() + offset - starts[known]);
    }

    @Override
    List<Fragment> rows(int offset) {
        List<Fragment> rows = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            boolean last = i == starts.length - 1;
            int end = last ? text.length() : starts[i + 1] - 1;
            if (end >= offset) {
                rows.add(new Fragment(this, Math.max(offset, starts[i]), end));
            }
        }
        return rows;
    }

    private FileLine part(int offset) {
        if (offset < starts[known]) {
            known = 0;
        }
        while (known + 1 < starts.length && starts[known + 1] <= offset) {
            known++;
        }
        return parts.get(known);
    }
}
