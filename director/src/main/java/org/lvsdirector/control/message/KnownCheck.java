package org.lvsdirector.control.message;

import org.lvsdirector.check.CheckId;

/** The last known state of a check. */
public record KnownCheck(CheckId id, boolean up) {}
