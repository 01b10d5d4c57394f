package org.lvsdirector.control.parent;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.supervise.ChildRole;

/**
 * The two steps of a reload: every running child says that it can, then all do; one refusal and nothing changes. Pure bookkeeping; the
 * caller sends what the verdicts mean.
 */
final class Generations {

    /** What a vote leads to. */
    sealed interface Verdict {
        /** Somebody has still to vote, or the vote was for nothing that is under way. */
        record Open() implements Verdict {}

        /** All can: this is the configuration in force from now on. */
        record Agreed(Work work, Set<ChildRole> voters) implements Verdict {}

        /** Somebody cannot; those who were asked must forget it. */
        record Rejected(long generation, Set<ChildRole> voters, String reason) implements Verdict {}
    }

    private static final Verdict OPEN = new Verdict.Open();

    private Work current;
    private long newest;
    private @Nullable Work candidate;
    private Set<ChildRole> voters = EnumSet.noneOf(ChildRole.class);
    private final Set<ChildRole> outstanding = EnumSet.noneOf(ChildRole.class);

    Generations(Work first) {
        current = first;
        newest = first.generation();
    }

    /** The configuration in force. */
    Work current() {
        return current;
    }

    /** A number for the next configuration to be tried. */
    long next() {
        newest++;
        return newest;
    }

    /** Whether a reload is under way. */
    boolean busy() {
        return candidate != null;
    }

    /** Puts a configuration to the vote of these children; with nobody to ask it is agreed. */
    Verdict propose(Work work, Set<ChildRole> asked) {
        candidate = work;
        voters = EnumSet.noneOf(ChildRole.class);
        voters.addAll(asked);
        outstanding.clear();
        outstanding.addAll(asked);
        return outstanding.isEmpty() ? agree(work) : OPEN;
    }

    Verdict prepared(ChildRole role, long generation) {
        Work work = candidate;
        if (work == null || work.generation() != generation) {
            return OPEN;
        }
        outstanding.remove(role);
        return outstanding.isEmpty() ? agree(work) : OPEN;
    }

    Verdict refused(ChildRole role, long generation, String reason) {
        Work work = candidate;
        if (work == null || work.generation() != generation || !outstanding.contains(role)) {
            return OPEN;
        }
        candidate = null;
        return new Verdict.Rejected(generation, voters, reason);
    }

    /** A child died; it can vote no more. */
    Verdict lost(ChildRole role) {
        Work work = candidate;
        return work == null
                ? OPEN
                : refused(role, work.generation(), "the " + role.word() + " process died while it prepared");
    }

    private Verdict agree(Work work) {
        candidate = null;
        current = work;
        return new Verdict.Agreed(work, voters);
    }
}
