package org.lvsdirector.vrrp.machine;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.ScriptStatus.Standing;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;

/**
 * What one tracker does to an instance.
 *
 * @param waiting whether the instance must not begin before more is known
 * @param faulty whether it must not serve
 * @param weight what is added to its priority
 */
record Influence(boolean waiting, boolean faulty, int weight) {
    /** At or below this a file's weighted number is a fault. */
    private static final int FILE_FAULT = -254;

    private static final int HIGHEST_WEIGHT = 253;
    private static final Influence NONE = new Influence(false, false, 0);
    private static final Influence WAIT = new Influence(true, false, 0);
    private static final Influence FAULT = new Influence(false, true, 0);

    static Influence of(Tracked tracked, Surroundings surroundings) {
        return switch (tracked.kind()) {
            case INTERFACE ->
                ofStanding(tracked, surroundings.link(tracked.name()) == LinkState.UP ? Standing.UP : Standing.DOWN);
            case SCRIPT -> ofStanding(tracked, surroundings.script(tracked.name()));
            case FILE -> ofNumber(tracked, surroundings.reading(TrackerKind.FILE, tracked.name()));
            case PROCESS, ARBITER, STATIC -> {
                Integer reading = surroundings.reading(tracked.kind(), tracked.name());
                yield reading == null ? WAIT : ofStanding(tracked, reading == 0 ? Standing.DOWN : Standing.UP);
            }
            case BFD -> {
                Integer reading = surroundings.reading(TrackerKind.BFD, tracked.name());
                yield ofStanding(tracked, reading == null || reading == 0 ? Standing.DOWN : Standing.UP);
            }
        };
    }

    private static Influence ofStanding(Tracked tracked, Standing standing) {
        if (tracked.weight() != 0) {
            return new Influence(false, false, contribution(tracked, standing));
        }
        if (standing == Standing.UNKNOWN) {
            return WAIT;
        }
        return (standing == Standing.UP) == tracked.reverse() ? FAULT : NONE;
    }

    /** A positive weight counts while up, a negative one while down; reversed, the sign changes. */
    private static int contribution(Tracked tracked, Standing standing) {
        boolean counts = tracked.weight() > 0 ? standing == Standing.UP : standing == Standing.DOWN;
        int signed = tracked.reverse() ? -tracked.weight() : tracked.weight();
        return counts ? signed : 0;
    }

    private static Influence ofNumber(Tracked tracked, @Nullable Integer number) {
        if (number == null) {
            return WAIT;
        }
        if (tracked.weight() == 0) {
            return (number != 0) != tracked.reverse() ? FAULT : NONE;
        }
        long product = (long) number * (tracked.reverse() ? -(long) tracked.weight() : tracked.weight());
        return product <= FILE_FAULT ? FAULT : new Influence(false, false, (int) Math.min(HIGHEST_WEIGHT, product));
    }
}
