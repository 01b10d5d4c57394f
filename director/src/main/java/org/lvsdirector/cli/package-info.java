/**
 * The command line of {@code director}.
 */
@NullMarked
package org.lvsdirector.cli;

import org.jspecify.annotations.NullMarked;
