/**
 * Checks of what somebody else watches and tells of: numbers in files and BFD sessions.
 */
@NullMarked
package org.lvsdirector.check.told;

import org.jspecify.annotations.NullMarked;
