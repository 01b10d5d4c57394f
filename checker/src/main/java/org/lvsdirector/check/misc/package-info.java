/**
 * MISC_CHECK: a command that succeeds means alive. This module starts no processes; somebody else runs the commands.
 */
@NullMarked
package org.lvsdirector.check.misc;

import org.jspecify.annotations.NullMarked;
