/**
 * Sockets for checks with options that the JDK lacks.
 */
@NullMarked
package org.lvsdirector.control.probe;

import org.jspecify.annotations.NullMarked;
