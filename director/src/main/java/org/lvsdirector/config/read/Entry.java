package org.lvsdirector.config.read;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.keyword.Keyword;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.SourcePlace;

/** A directive together with the row of the keyword table that it is an instance of. */
record Entry(Keyword keyword, Directive directive) {

    int argumentCount() {
        return directive.argumentCount();
    }

    /** The argument at a position, or null if there are not so many. */
    @Nullable
    String argument(int index) {
        return directive.argument(index);
    }

    /** Where the argument at a position stands; the place behind which it is missing otherwise. */
    SourcePlace placeOf(int index) {
        return directive.placeOf(index);
    }

    SourcePlace place() {
        return directive.place();
    }
}
