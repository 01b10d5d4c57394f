package org.lvsdirector.check.told;

import org.lvsdirector.check.BfdProbe;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.schedule.KindOfProber;

/** Does the tries of {@code BFD_CHECK}. */
public final class BfdProber extends KindOfProber<BfdProbe> {
    private final Tidings tidings;

    public BfdProber(Tidings tidings) {
        super(BfdProbe.class);
        this.tidings = tidings;
    }

    @Override
    protected Try start(CheckSpec spec, BfdProbe probe, int stage, Outcome outcome) {
        return tidings.session(
                probe.session(),
                up -> outcome.ended(up ? Cause.ANSWERED : Cause.UNREACHABLE, up ? "" : "the session is down"));
    }
}
