/**
 * Tells other programs what has happened: lines in named pipes.
 */
@NullMarked
package org.lvsdirector.control.tell;

import org.jspecify.annotations.NullMarked;
