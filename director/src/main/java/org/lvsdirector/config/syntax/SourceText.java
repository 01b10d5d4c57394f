package org.lvsdirector.config.syntax;

import java.nio.file.Path;

/**
 * A file's text.
 *
 * @param name as in places
 */
record SourceText(String name, Path path, String text) {}
