/**
 * The checkers' work in one thread: checks, health, plan and table joined, with commands from other threads.
 */
@NullMarked
package org.lvsdirector.control.checkers;

import org.jspecify.annotations.NullMarked;
