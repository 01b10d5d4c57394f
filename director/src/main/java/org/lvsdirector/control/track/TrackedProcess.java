package org.lvsdirector.control.track;

/**
 * Processes whose number somebody tracks.
 *
 * @param quorum so many there must be at least
 * @param quorumMax so many there may be at most
 * @param gainedNanos how long the number must be right before it counts as that
 * @param lostNanos how long it must be wrong
 */
public record TrackedProcess(
        String name, ProcessPattern pattern, int quorum, int quorumMax, long gainedNanos, long lostNanos) {
    boolean satisfiedBy(int count) {
        return count >= quorum && count <= quorumMax;
    }
}
