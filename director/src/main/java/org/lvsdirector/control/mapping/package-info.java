/**
 * From the validated configuration, in keepalived's words, to what each process is asked to do, in its own.
 */
@NullMarked
package org.lvsdirector.control.mapping;

import org.jspecify.annotations.NullMarked;
