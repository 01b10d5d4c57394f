/**
 * The parent process: supervision, control socket, ledger, reload; and the wiring of the children.
 */
@NullMarked
package org.lvsdirector.control;

import org.jspecify.annotations.NullMarked;
