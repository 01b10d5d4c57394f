package org.lvsdirector.check.health;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Real servers that came back a short time ago, and get their weight little by little: a tenth at once, and a tenth more after each tenth of
 * the time.
 */
public final class SlowStarts {
    private static final int STEPS = 10;

    private final Map<Place, Ramp> ramps = new HashMap<>();

    /** A real server of a service, both by name. */
    private record Place(String service, String server) {}

    private static final class Ramp {
        private final long startNanos;
        private final long lengthNanos;
        private int step = 1;

        Ramp(long startNanos, long lengthNanos) {
            this.startNanos = startNanos;
            this.lengthNanos = lengthNanos;
        }

        int stepAt(long now) {
            return (int) Math.min(STEPS, (now - startNanos) / Math.max(1, lengthNanos / STEPS) + 1);
        }

        long nextNanos() {
            return startNanos + step * Math.max(1, lengthNanos / STEPS);
        }
    }

    /**
     * A server has come up.
     *
     * @param lengthNanos until it has its whole weight; 0: at once
     */
    public void risen(String service, String server, long now, long lengthNanos) {
        if (lengthNanos > 0) {
            ramps.put(new Place(service, server), new Ramp(now, lengthNanos));
        }
    }

    /** A server has gone down. */
    public void fallen(String service, String server) {
        ramps.remove(new Place(service, server));
    }

    /** Only these services are still there. */
    public void retain(Set<String> services) {
        ramps.keySet().removeIf(place -> !services.contains(place.service()));
    }

    /** What a server gets of its weight at present: at least 1 of what is not 0. */
    public int weight(String service, String server, int whole) {
        Ramp ramp = ramps.get(new Place(service, server));
        return ramp == null || whole == 0 ? whole : Math.max(1, (int) ((long) whole * ramp.step / STEPS));
    }

    /** Takes each ramp as far as it is due; the services where a weight may have changed by that. */
    public Set<String> advance(long now) {
        Set<String> changed = new LinkedHashSet<>();
        ramps.forEach((place, ramp) -> {
            int step = ramp.stepAt(now);
            if (step != ramp.step) {
                ramp.step = step;
                changed.add(place.service());
            }
        });
        ramps.values().removeIf(ramp -> ramp.step == STEPS);
        return changed;
    }

    /** How long until {@link #advance} has something to do; {@link Long#MAX_VALUE} for never. */
    public long nanosToNext(long now) {
        long left = Long.MAX_VALUE;
        for (Ramp ramp : ramps.values()) {
            left = Math.min(left, Math.max(0, ramp.nextNanos() - now));
        }
        return left;
    }
}
