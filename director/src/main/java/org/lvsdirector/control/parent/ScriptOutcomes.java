package org.lvsdirector.control.parent;

import org.lvsdirector.control.script.ScriptOutcome;
import org.lvsdirector.vrrp.machine.ScriptOutcome.Kind;

/** What the launcher says of a run, in the words of the VRRP machine. */
final class ScriptOutcomes {
    /** How a shell, and the JDK, tell a signal from an exit status. */
    private static final int SIGNAL_BASE = 128;

    private ScriptOutcomes() {}

    static org.lvsdirector.vrrp.machine.ScriptOutcome forMachine(ScriptOutcome outcome) {
        if (outcome instanceof ScriptOutcome.Exited exited) {
            return exited.status() > SIGNAL_BASE
                    ? new org.lvsdirector.vrrp.machine.ScriptOutcome(Kind.SIGNALLED, exited.status() - SIGNAL_BASE)
                    : org.lvsdirector.vrrp.machine.ScriptOutcome.exited(exited.status());
        }
        return outcome instanceof ScriptOutcome.TimedOut
                ? org.lvsdirector.vrrp.machine.ScriptOutcome.timedOut()
                : new org.lvsdirector.vrrp.machine.ScriptOutcome(Kind.NOT_STARTED, 0);
    }
}
