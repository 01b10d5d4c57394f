package org.lvsdirector.config.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.keyword.Keyword;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.config.syntax.Word;

/** A directive together with the row of the keyword table that it is an instance of. */
record Entry(Keyword keyword, Directive directive) {

    List<Word> arguments() {
        return directive.arguments();
    }

    /** The argument at a position, or null if there are not so many. */
    @Nullable
    String argument(int index) {
        return index < arguments().size() ? arguments().get(index).text() : null;
    }

    /** Where the argument at a position stands; the place behind which it is missing otherwise. */
    SourcePlace placeOf(int index) {
        return index < arguments().size() ? directive.placeOf(arguments().get(index)) : directive.place();
    }

    SourcePlace place() {
        return directive.place();
    }
}
