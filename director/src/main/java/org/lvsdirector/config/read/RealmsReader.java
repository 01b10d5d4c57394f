package org.lvsdirector.config.read;

import java.util.OptionalLong;
import org.lvsdirector.config.syntax.Word;

/** {@code realms [SOURCE/]DESTINATION}: the source realm goes into the upper half. */
final class RealmsReader {
    private static final int SHIFT = 16;

    private RealmsReader() {}

    static long read(LineCursor line, Word word, RoutingNames names) {
        Word value = line.value(word);
        if (value == null) {
            return 0;
        }
        String[] parts = value.text().split("/", 2);
        OptionalLong first = names.number(parts[0], RoutingNames.Kind.REALM);
        OptionalLong second = parts.length == 1 ? OptionalLong.of(0) : names.number(parts[1], RoutingNames.Kind.REALM);
        if (first.isEmpty() || second.isEmpty()) {
            line.error(value, "'" + value.text() + "' is no realm", "write DESTINATION or SOURCE/DESTINATION");
            return 0;
        }
        return parts.length == 1 ? first.getAsLong() : first.getAsLong() << SHIFT | second.getAsLong();
    }
}
