package org.lvsdirector.control.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.control.track.ProcessPattern.Match;
import org.lvsdirector.control.track.ProcessTally.News;

/** Counts and delays on virtual time. */
class ProcessTallyTest {
    private static final ProcessPattern ANY = new ProcessPattern("x", List.of(), Match.ANY, false);

    private static ProcessTally tally(int quorum, int max, long gained, long lost) {
        return new ProcessTally(new TrackedProcess("p", ANY, quorum, max, gained, lost));
    }

    @Test
    void theFirstCountIsTold() {
        assertEquals(News.DOWN, tally(1, 9, 100, 100).counted(0, 0));
        assertEquals(News.UP, tally(1, 9, 100, 100).counted(1, 0));
    }

    @Test
    void withoutDelaysAChangeCountsAtOnce() {
        ProcessTally tally = tally(2, 3, 0, 0);
        assertEquals(News.UP, tally.counted(2, 0));
        assertEquals(News.NONE, tally.counted(3, 1));
        assertEquals(News.DOWN, tally.counted(4, 2));
        assertEquals(News.NONE, tally.counted(1, 3));
        assertEquals(News.UP, tally.counted(2, 4));
    }

    @Test
    void aChangeMustLast() {
        ProcessTally tally = tally(1, 9, 100, 50);
        tally.counted(1, 0);
        assertEquals(News.NONE, tally.counted(0, 10));
        assertEquals(News.NONE, tally.counted(0, 59));
        assertEquals(News.DOWN, tally.counted(0, 60));
        assertEquals(News.NONE, tally.counted(1, 70));
        assertEquals(News.NONE, tally.counted(1, 169));
        assertEquals(News.UP, tally.counted(1, 170));
    }

    /** A server that restarts within its terminate_delay was never down. */
    @Test
    void whatComesBackInTimeWasNeverGone() {
        ProcessTally tally = tally(1, 9, 0, 50);
        tally.counted(1, 0);
        tally.counted(0, 10);
        assertEquals(News.NONE, tally.counted(1, 40));
        assertEquals(News.NONE, tally.counted(0, 70));
        assertEquals(News.NONE, tally.counted(0, 119));
        assertEquals(News.DOWN, tally.counted(0, 120));
    }

    /** {@code quorum_max 0}: none may run. */
    @Test
    void noneAtAll() {
        ProcessTally tally = tally(0, 0, 0, 0);
        assertEquals(News.UP, tally.counted(0, 0));
        assertEquals(News.DOWN, tally.counted(1, 1));
    }
}
