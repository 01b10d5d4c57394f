/**
 * The command line of {@code ipvsctl}: ipvsadm's options and output formats.
 */
@NullMarked
package org.lvsdirector.ipvsctl;

import org.jspecify.annotations.NullMarked;
