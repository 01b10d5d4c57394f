/**
 * Applies a plan to the kernel in order; retries, resynchronises, heals drift.
 */
@NullMarked
package org.lvsdirector.reconcile;

import org.jspecify.annotations.NullMarked;
