package org.lvsdirector.control.parent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.ParentConfig;
import org.lvsdirector.control.mail.AlertBook;
import org.lvsdirector.control.mapping.ScriptBook;
import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.parent.Generations.Verdict;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.control.track.Watches;

/** The vote of a reload. */
class GenerationsTest {
    private static final Set<ChildRole> BOTH = EnumSet.allOf(ChildRole.class);

    private final Work first = work(1);
    private final Generations generations = new Generations(first);

    @Test
    void allHaveToAgree() {
        Work second = work(generations.next());
        assertInstanceOf(Verdict.Open.class, generations.propose(second, BOTH));
        assertTrue(generations.busy());
        assertInstanceOf(Verdict.Open.class, generations.prepared(ChildRole.VRRP, 2));
        assertEquals(first, generations.current());
        assertEquals(new Verdict.Agreed(second, BOTH), generations.prepared(ChildRole.CHECKERS, 2));
        assertEquals(second, generations.current());
        assertFalse(generations.busy());
    }

    @Test
    void oneRefusalAndNothingChanges() {
        Work second = work(generations.next());
        generations.propose(second, BOTH);
        generations.prepared(ChildRole.VRRP, 2);
        assertEquals(
                new Verdict.Rejected(2, BOTH, "no memory"), generations.refused(ChildRole.CHECKERS, 2, "no memory"));
        assertEquals(first, generations.current());
        assertInstanceOf(Verdict.Open.class, generations.prepared(ChildRole.CHECKERS, 2), "too late");
        assertEquals(first, generations.current());
    }

    @Test
    void aChildThatDiesWhileItPreparesRefuses() {
        generations.propose(work(generations.next()), BOTH);
        assertInstanceOf(Verdict.Rejected.class, generations.lost(ChildRole.VRRP));
        assertInstanceOf(Verdict.Open.class, generations.lost(ChildRole.CHECKERS));
    }

    @Test
    void aChildThatDiesAfterItAgreedChangesNothing() {
        generations.propose(work(generations.next()), BOTH);
        generations.prepared(ChildRole.VRRP, 2);
        assertInstanceOf(Verdict.Open.class, generations.lost(ChildRole.VRRP));
        assertInstanceOf(Verdict.Agreed.class, generations.prepared(ChildRole.CHECKERS, 2));
    }

    @Test
    void votesForOtherGenerationsDoNotCount() {
        generations.propose(work(generations.next()), EnumSet.of(ChildRole.VRRP));
        assertInstanceOf(Verdict.Open.class, generations.prepared(ChildRole.VRRP, 1));
        assertInstanceOf(Verdict.Open.class, generations.refused(ChildRole.VRRP, 3, "x"));
        assertInstanceOf(Verdict.Open.class, generations.refused(ChildRole.CHECKERS, 2, "not asked"));
        assertInstanceOf(Verdict.Agreed.class, generations.prepared(ChildRole.VRRP, 2));
    }

    @Test
    void withNobodyToAskItIsAgreedAndNumbersAreNeverUsedTwice() {
        assertInstanceOf(Verdict.Agreed.class, generations.propose(work(generations.next()), Set.of()));
        assertEquals(3, generations.next());
        assertEquals(4, generations.next());
    }

    private static Work work(long generation) {
        return new Work(
                generation, null, null, ScriptBook.EMPTY, AlertBook.NONE, Watches.NONE, ParentConfig.USUAL, List.of());
    }
}
