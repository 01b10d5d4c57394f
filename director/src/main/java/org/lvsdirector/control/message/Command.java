package org.lvsdirector.control.message;

import java.util.List;
import org.lvsdirector.control.checkers.Predecessor;
import org.lvsdirector.vrrp.machine.ScriptOutcome;
import org.lvsdirector.vrrp.runtime.StartOrder;

/** What the parent tells a child. A child reads them in order and answers with {@link Report}s. */
public sealed interface Command {

    /**
     * To vrrp: take this configuration in, change nothing yet, answer {@link Report.Prepared} or {@link Report.Refused}.
     *
     * @param generation number of the configuration, growing with each one that is tried
     * @param start what to begin with; a vrrp process that runs already takes the settings alone
     * @param kernelRecord path of the file that remembers what the kernel's settings were
     */
    record PrepareVrrp(long generation, StartOrder start, String kernelRecord) implements Command {}

    /**
     * The same to checkers.
     *
     * @param predecessor whom the child follows: the table it finds is what that one left
     * @param lastKnown the last known state of every check that has one, from the predecessor
     */
    record PrepareCheckers(
            long generation, CheckersSettings settings, Predecessor predecessor, List<KnownCheck> lastKnown)
            implements Command {
        public PrepareCheckers {
            lastKnown = List.copyOf(lastKnown);
        }
    }

    /** Run by what was prepared under this number. */
    record Commit(long generation) implements Command {}

    /** Forget what was prepared under this number; another child refused it. */
    record Abort(long generation) implements Command {}

    /** To vrrp: a run that {@link Report.RunScript} asked for has ended. */
    record ScriptEnded(String script, ScriptOutcome outcome) implements Command {}

    /** To checkers: the run of that number, which {@link Report.RunCheck} asked for, has ended. */
    record CheckEnded(long run, org.lvsdirector.control.script.ScriptOutcome outcome) implements Command {}

    /** To checkers: the virtual router that the copying of connections follows is master, or is not. */
    record SyncRole(boolean master) implements Command {}

    /** A tracked file holds this number, 0 if there is none. */
    record FileRead(String file, int number) implements Command {}

    /** To vrrp: whether as many processes of a kind run as should. */
    record ProcessesCounted(String process, boolean enough) implements Command {}

    /** To checkers: a BFD session is up, or down. */
    record SessionChanged(String session, boolean up) implements Command {}

    /** Tell how you are; the answer carries the same number. */
    record Ask(long id) implements Command {}

    /** To checkers: compare with the kernel now, and set weights right that somebody changed by hand. */
    record Heal(long id) implements Command {}

    /**
     * Stop cleanly and leave.
     *
     * @param keep leave the addresses ({@code -V}) or services ({@code -I}) where they are
     */
    record Stop(boolean keep) implements Command {}
}
