/**
 * What both child processes have in common: the link to the parent and the way in and out.
 */
@NullMarked
package org.lvsdirector.control.child;

import org.jspecify.annotations.NullMarked;
