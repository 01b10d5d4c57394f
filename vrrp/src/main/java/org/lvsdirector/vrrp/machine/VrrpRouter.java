package org.lvsdirector.vrrp.machine;

import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.vrrp.settings.RouterSettings;

/**
 * All VRRP instances, sync groups and trackers of one process as one deterministic machine: the same events at the same times give the
 * same actions. It reads no clock, opens nothing and logs nothing; it is not safe for use by several threads.
 *
 * <p>A driver
 * <ol>
 *   <li>makes it with the settings, tells {@link RouterEvent.LinkChanged} for every interface that they name and
 *       {@link RouterEvent.SourceAddressChanged} for every instance, then {@link RouterEvent.Started};
 *   <li>carries out the actions of each step, in order, before the next step;
 *   <li>waits for the earlier of an event and {@link #nextDeadlineNanos};
 *   <li>on waking hands over every packet that is waiting, and other events, <em>before</em> {@link RouterEvent.DeadlineReached}: a driver
 *       that was frozen for longer than the master-down time then sees that the master lives, instead of taking over from it.
 * </ol>
 *
 * <p>Steady state allocates little: an advert received by a BACKUP or sent by a MASTER costs a few small records.
 */
public final class VrrpRouter {
    /** Not a time: no deadline is set. */
    public static final long NEVER = Long.MAX_VALUE;

    private final Roster roster;

    /** A router that has not started. */
    public VrrpRouter(RouterSettings settings) {
        this.roster = new Roster(settings);
    }

    /**
     * Takes in one event. Before {@link RouterEvent.Started} and after {@link RouterEvent.ShutdownRequested} events are noted, but nothing
     * comes of them.
     *
     * @param nowNanos monotonic time in nanoseconds since boot, never less than in the step before
     * @return what to do, in order; often empty
     */
    public List<RouterAction> step(RouterEvent event, long nowNanos) {
        List<RouterAction> out = new ArrayList<>(0);
        event.deliverTo(new RouterStep(roster, new Moment(nowNanos, out)));
        return out;
    }

    /** When to step with {@link RouterEvent.DeadlineReached} if nothing else happens, or {@link #NEVER}. */
    public long nextDeadlineNanos() {
        return roster.nextDeadlineNanos();
    }

    /** The settings in force. */
    public RouterSettings settings() {
        return roster.settings();
    }

    /** What to show people. */
    public RouterStatus status() {
        return roster.status();
    }
}
