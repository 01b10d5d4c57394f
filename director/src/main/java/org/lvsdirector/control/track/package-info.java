/**
 * Watches files and processes for the trackers of both children: they are told, and touch no disk themselves.
 */
@NullMarked
package org.lvsdirector.control.track;

import org.jspecify.annotations.NullMarked;
