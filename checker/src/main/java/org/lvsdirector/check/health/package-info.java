/**
 * Pure: from check results to what is alive (rise and fall, alpha, quorum, hysteresis, inhibit, sorry server).
 */
@NullMarked
package org.lvsdirector.check.health;

import org.jspecify.annotations.NullMarked;
