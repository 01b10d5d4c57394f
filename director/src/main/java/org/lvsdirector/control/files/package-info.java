/**
 * The files of an instance, all beside its pid file and under its name.
 */
@NullMarked
package org.lvsdirector.control.files;

import org.jspecify.annotations.NullMarked;
