package org.lvsdirector.config.read;

import java.util.HashMap;
import java.util.Map;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourcePlace;

/** Names of blocks of one kind: each must have one, and no two the same. */
final class Names {
    private final String kind;
    private final Problems problems;
    private final Map<String, SourcePlace> known = new HashMap<>();

    Names(String kind, Problems problems) {
        this.kind = kind;
        this.problems = problems;
    }

    /** The name behind the opening word; {@code ?} where there is none, which is reported as a second use of a name is. */
    String of(Entry opener) {
        String name = opener.argument(0);
        if (name == null) {
            problems.error(opener.place(), kind + " has no name", "write a name between '" + kind + "' and '{'");
            return "?";
        }
        if (opener.argumentCount() > 1) {
            problems.warning(
                    opener.placeOf(1),
                    "'" + opener.argument(1) + "' behind the name '" + name + "' is ignored",
                    "put a name with blanks into double quotes");
        }
        SourcePlace first = known.putIfAbsent(name, opener.place());
        if (first != null) {
            problems.error(
                    opener.placeOf(0),
                    "a " + kind + " '" + name + "' exists already at " + first,
                    "give it another name");
        }
        return name;
    }
}
