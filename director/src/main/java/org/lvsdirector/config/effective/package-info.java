/**
 * A configuration as it counts: variables, conditions and includes carried out, and every default that the keyword table has filled in.
 */
@NullMarked
package org.lvsdirector.config.effective;

import org.jspecify.annotations.NullMarked;
