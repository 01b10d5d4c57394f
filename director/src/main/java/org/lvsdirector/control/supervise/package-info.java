/**
 * Pure: which child process runs when, and which one is stuck. Time is an argument, deeds are returned.
 */
@NullMarked
package org.lvsdirector.control.supervise;

import org.jspecify.annotations.NullMarked;
