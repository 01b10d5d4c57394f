/**
 * The checkers process: checks, health, plan and table joined in one loop.
 */
@NullMarked
package org.lvsdirector.control.child.checkers;

import org.jspecify.annotations.NullMarked;
