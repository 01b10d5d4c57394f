/**
 * Health checks as values; this module knows no IPVS and no native code.
 */
@NullMarked
package org.lvsdirector.check;

import org.jspecify.annotations.NullMarked;
