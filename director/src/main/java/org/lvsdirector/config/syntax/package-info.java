/**
 * Pure: text to a tree of directives, each with file, line and column.
 */
@NullMarked
package org.lvsdirector.config.syntax;

import org.jspecify.annotations.NullMarked;
