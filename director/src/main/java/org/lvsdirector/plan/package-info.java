/**
 * Pure: configuration, health and roles to the desired IPVS state, and the difference to a table.
 */
@NullMarked
package org.lvsdirector.plan;

import org.jspecify.annotations.NullMarked;
