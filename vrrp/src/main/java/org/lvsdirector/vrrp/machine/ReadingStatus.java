package org.lvsdirector.vrrp.machine;

import org.lvsdirector.vrrp.settings.TrackerKind;

/**
 * What a tracked file, process or BFD session was when it was last told of.
 *
 * @param value the file's number; for the others 1 while up and 0 while down
 */
public record ReadingStatus(TrackerKind kind, String name, int value) {}
