package org.lvsdirector.control.message;

import org.lvsdirector.control.checkers.CheckersWork;

/**
 * Everything that the checkers process is asked to do.
 *
 * @param reconcileNanos period of the comparison with the kernel; 0 for none on a timer. A running process keeps the one it began with
 * @param ledger path of the file that remembers what is ours
 */
public record CheckersSettings(CheckersWork work, long reconcileNanos, String ledger) {}
