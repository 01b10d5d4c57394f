package org.lvsdirector.control.child.checkers;

import java.util.HashMap;
import java.util.Map;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.ProbeSockets.Handover;
import org.lvsdirector.check.misc.ScriptRunner;
import org.lvsdirector.control.child.ParentLink;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.message.Report;
import org.lvsdirector.control.script.ScriptOutcome;

/** Has the parent run the commands of checks. But for {@link #ended}, used by the engine's thread alone. */
final class ParentScripts implements ScriptRunner {
    private final ParentLink parent;
    private final Handover engine;
    private final Map<Long, Listener> waiting = new HashMap<>();
    private long runs;

    /** @param engine the way to the engine's thread */
    ParentScripts(ParentLink parent, Handover engine) {
        this.parent = parent;
        this.engine = engine;
    }

    @Override
    public void run(CheckId check, Listener listener) {
        long run = ++runs;
        waiting.put(run, listener);
        parent.report(new Report.RunCheck(run, check));
    }

    /** The parent says how a run ended; from any thread. */
    void ended(Command.CheckEnded ended) {
        engine.submit(() -> {
            Listener listener = waiting.remove(ended.run());
            if (listener != null) {
                tell(listener, ended.outcome());
            }
        });
    }

    private static void tell(Listener listener, ScriptOutcome outcome) {
        if (outcome instanceof ScriptOutcome.Exited exited) {
            listener.exited(exited.status());
        } else if (outcome instanceof ScriptOutcome.NotStarted not) {
            listener.notStarted(not.reason());
        } else {
            listener.timedOut();
        }
    }
}
