package org.lvsdirector.config;

import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A word that holds from the start of the director on, whatever a reload says.
 *
 * @param value the words behind it; empty if it stands alone
 */
public record StartWord(String word, String value, SourcePlace place) {}
