package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variable with its value, which is looked into only where it is used.
 *
 * @param rows the lines of the value; one for most, none of which has a line feed
 */
record Definition(String name, List<Fragment> rows) {

    /** The definition that begins at an offset, or null for any other line. */
    static @Nullable Definition at(Line line, int start) {
        String text = line.text();
        int nameEnd = Reference.nameEnd(text, start + 1, line.to());
        boolean defines =
                text.charAt(start) == '$' && nameEnd > start + 1 && nameEnd < line.to() && text.charAt(nameEnd) == '=';
        if (!defines) {
            return null;
        }
        List<Fragment> rows = new ArrayList<>();
        line.rows(nameEnd + 1).stream().map(Fragment::bare).forEach(rows::add);
        if (rows.size() > 1 && rows.get(0).isEmpty()) {
            rows.remove(0);
        }
        return new Definition(text.substring(start + 1, nameEnd), List.copyOf(rows));
    }
}
