/**
 * Pure: from a tree of directives to the records of the configuration, with all problems collected.
 */
@NullMarked
package org.lvsdirector.config.read;

import org.jspecify.annotations.NullMarked;
