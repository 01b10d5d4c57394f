/**
 * What the processes say to each other, as plain values.
 */
@NullMarked
package org.lvsdirector.control.message;

import org.jspecify.annotations.NullMarked;
