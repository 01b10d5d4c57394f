package org.lvsdirector.check;

/**
 * One configured check: whom to ask, how and when. Two equal specifications are the same check, so a reload that leaves one as it was
 * keeps its state and counters.
 *
 * @param alpha starts as down until it first succeeds; otherwise it starts as up
 * @param logAllFailures reports each failed try, not only the one that takes the real server down
 */
public record CheckSpec(CheckId id, Probe probe, CheckTiming timing, boolean alpha, boolean logAllFailures) {}
