package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;

/** Lines that trailing backslashes join to one; the backslash counts as a space. */
final class JoinedLine extends ComposedLine {
    private final String file;
    private final List<FileLine> parts;
    private final int[] starts;
    private int known;

    /** @param parts at least one, each but the last ending in a backslash */
    JoinedLine(List<FileLine> parts) {
        super(joined(parts));
        this.file = parts.get(0).file();
        this.parts = List.copyOf(parts);
        this.starts = new int[parts.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + parts.get(i - 1).to() - parts.get(i - 1).from();
        }
    }

    private static String joined(List<FileLine> parts) {
        StringBuilder joined = new StringBuilder();
        for (FileLine part : parts) {
            if (!joined.isEmpty()) {
                joined.setCharAt(joined.length() - 1, ' ');
            }
            joined.append(part.text(), part.from(), part.to());
        }
        return joined.toString();
    }

    @Override
    String file() {
        return file;
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
            int end = last ? to() : starts[i + 1] - 1;
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
