package org.lvsdirector.config.syntax;

/** The little that syntax has to know of the language's words. */
public interface Vocabulary {

    /** True for {@code include} and its stricter kin. */
    boolean isInclude(String word);

    /** True when a word opens a block that can stand in no other block. */
    boolean opensOutermost(String word);
}
