/**
 * The probers of all kinds as one.
 */
@NullMarked
package org.lvsdirector.check.kinds;

import org.jspecify.annotations.NullMarked;
