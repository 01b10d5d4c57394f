package org.lvsdirector.check.schedule;

import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.Probe;

/** Does the tries of one kind of probe. */
public abstract class KindOfProber<P extends Probe> implements Prober {
    private final Class<P> kind;

    protected KindOfProber(Class<P> kind) {
        this.kind = kind;
    }

    /** The kind that this one is for. */
    public final Class<P> kind() {
        return kind;
    }

    @Override
    public final Try start(CheckSpec spec, int stage, Outcome outcome) {
        if (!kind.isInstance(spec.probe())) {
            throw new IllegalArgumentException("not a " + kind.getSimpleName() + ": " + spec);
        }
        return start(spec, kind.cast(spec.probe()), stage, outcome);
    }

    /** As {@link #start(CheckSpec, int, Outcome)}, with the probe of the specification. */
    protected abstract Try start(CheckSpec spec, P probe, int stage, Outcome outcome);
}
