package org.lvsdirector.check.path;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckResult.Verdict;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.DataPath;
import org.lvsdirector.check.StreamProbe;
import org.lvsdirector.check.schedule.Prober;

/**
 * Asks a real server straight and, where a check wants that, then once more over each address of its service. Only the two together tell a
 * host that is down or a port that is closed from a real server that lacks the address which clients ask for.
 */
public final class PathProber implements Prober {
    private final Prober prober;
    private final PathGate gate;

    /** @param prober does each of the tries */
    public PathProber(Prober prober, PathGate gate) {
        this.prober = prober;
        this.gate = gate;
    }

    @Override
    public Try start(CheckSpec spec, int stage, Outcome outcome) {
        DataPath path = spec.path();
        if (path == null || !(spec.probe() instanceof StreamProbe probe)) {
            return prober.start(spec, stage, outcome);
        }
        Walk walk = new Walk(spec, probe, path, stage, outcome);
        walk.go(spec);
        return walk;
    }

    /** One try after the other. */
    private final class Walk implements Try {
        private final CheckSpec spec;
        private final StreamProbe probe;
        private final DataPath path;
        private final int stage;
        private final Outcome outcome;
        /** Null: the real server itself is asked. */
        private @Nullable InetAddress asked;

        private int next;
        private int starts;
        private boolean ended;
        private @Nullable Try present;

        Walk(CheckSpec spec, StreamProbe probe, DataPath path, int stage, Outcome outcome) {
            this.spec = spec;
            this.probe = probe;
            this.path = path;
            this.stage = stage;
            this.outcome = outcome;
        }

        void go(CheckSpec step) {
            int start = ++starts;
            ended = false;
            Try begun = prober.start(step, stage, new Outcome() {
                @Override
                public void ended(Cause cause, String detail) {
                    present = null;
                    ended = true;
                    stepEnded(cause, detail);
                }

                @Override
                public void progressed() {
                    outcome.progressed();
                }
            });
            // It may have ended already, and another one begun.
            if (start == starts && !ended) {
                present = begun;
            }
        }

        private void stepEnded(Cause cause, String detail) {
            if (cause.verdict() == Verdict.SUCCEEDED) {
                onward();
            } else {
                outcome.ended(cause, cause.verdict() == Verdict.FAILED ? told(detail) : detail);
            }
        }

        private void onward() {
            while (next < path.addresses().size()) {
                InetAddress address = path.addresses().get(next++);
                ConnectOptions options = gate.enter(probe.connect(), path, address);
                if (options != null) {
                    asked = address;
                    outcome.progressed();
                    go(spec.with(probe.over(options)));
                    return;
                }
            }
            outcome.ended(Cause.ANSWERED, "");
        }

        private String told(String detail) {
            return asked == null
                    ? detail
                    : "it answers on its own address but not on " + asked.getHostAddress() + " (" + detail
                            + "): run scripts/real-server there";
        }

        @Override
        public String silence() {
            return told(present == null ? Try.super.silence() : present.silence());
        }

        @Override
        public void cancel() {
            if (present != null) {
                present.cancel();
                present = null;
            }
        }
    }
}
