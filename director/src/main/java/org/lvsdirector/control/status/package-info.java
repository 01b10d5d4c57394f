/**
 * What {@code director status} shows: values first, then text.
 */
@NullMarked
package org.lvsdirector.control.status;

import org.jspecify.annotations.NullMarked;
