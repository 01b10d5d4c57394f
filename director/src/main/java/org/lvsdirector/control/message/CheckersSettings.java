package org.lvsdirector.control.message;

import org.lvsdirector.control.checkers.CheckersWork;

/**
 * Everything that the checkers process is asked to do.
 *
 * @param ledger path of the file that remembers what is ours
 */
public record CheckersSettings(CheckersWork work, String ledger) {}
