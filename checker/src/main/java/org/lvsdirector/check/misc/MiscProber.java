package org.lvsdirector.check.misc;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.MiscProbe;
import org.lvsdirector.check.schedule.KindOfProber;

/** Does the tries of {@code MISC_CHECK}: has the command run, and judges its status. */
public final class MiscProber extends KindOfProber<MiscProbe> {
    private final ScriptRunner scripts;

    public MiscProber(ScriptRunner scripts) {
        super(MiscProbe.class);
        this.scripts = scripts;
    }

    @Override
    protected Try start(CheckSpec spec, MiscProbe probe, int stage, Outcome outcome) {
        Attempt attempt = new Attempt(probe.weight(), outcome);
        scripts.run(spec.id(), attempt);
        return attempt;
    }

    /** A run that is waited for, unless nobody wants to know any more; it ends all the same. */
    private static final class Attempt implements Try, ScriptRunner.Listener {
        /** Statuses from here on carry a weight. */
        private static final int WEIGHTS_FROM = 2;

        private final @Nullable Integer weight;
        private final Outcome outcome;
        private boolean cancelled;

        Attempt(@Nullable Integer weight, Outcome outcome) {
            this.weight = weight;
            this.outcome = outcome;
        }

        @Override
        public void exited(int status) {
            if (cancelled) {
                return;
            }
            if (status == 0 && weight != null) {
                // The configured weight again; keepalived's manual page says that the weight stays, but keepalived does
                // this.
                outcome.ended(Cause.ANSWERED, "", 0);
            } else if (status == 0) {
                outcome.ended(Cause.ANSWERED, "");
            } else if (weight != null && status >= WEIGHTS_FROM) {
                outcome.ended(Cause.ANSWERED, "weight " + (status - WEIGHTS_FROM), status - WEIGHTS_FROM - weight);
            } else {
                outcome.ended(Cause.WRONG_ANSWER, "exited with status " + status);
            }
        }

        @Override
        public void timedOut() {
            if (!cancelled) {
                outcome.ended(Cause.TIMED_OUT, "took too long");
            }
        }

        @Override
        public void notStarted(String reason) {
            if (!cancelled) {
                outcome.ended(Cause.LOCAL_OTHER, "the command did not start: " + reason);
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
