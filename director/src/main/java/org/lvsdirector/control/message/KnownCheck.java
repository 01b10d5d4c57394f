package org.lvsdirector.control.message;

import org.lvsdirector.check.CheckId;

/**
 * The last known state of a check.
 *
 * @param weightChange what it adds to the real server's weight
 */
public record KnownCheck(CheckId id, boolean up, int weightChange) {}
