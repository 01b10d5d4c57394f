package org.lvsdirector.control.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.control.script.ScriptRun;
import org.lvsdirector.control.tell.PipeSettings;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification.Subject;

/**
 * The scripts that the parent runs for its children.
 *
 * @param tracked track scripts by name
 * @param listeners commands by whom they tell of
 * @param checks commands of checks
 * @param pools commands by what happens to a real server or a quorum
 * @param pipes notify pipes
 * @param startup run before anything else; null: nothing
 * @param shutdown run after everything else; null: nothing
 * @param statesOnReload whether states are written to them again after a reload
 * @param tellsConflicts whether they hear of conflicts
 */
public record ScriptBook(
        Map<String, ScriptRun> tracked,
        Map<CheckId, ScriptRun> checks,
        Map<Listener, Notify> listeners,
        Map<PoolEvent, ScriptRun> pools,
        List<PipeSettings> pipes,
        @Nullable ScriptRun startup,
        @Nullable ScriptRun shutdown,
        boolean statesOnReload,
        boolean tellsConflicts) {
    /** No scripts at all. */
    public static final ScriptBook EMPTY =
            new ScriptBook(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), null, null, false, false);

    public ScriptBook {
        tracked = Map.copyOf(tracked);
        checks = Map.copyOf(checks);
        listeners = Map.copyOf(listeners);
        pools = Map.copyOf(pools);
        pipes = List.copyOf(pipes);
    }

    /** An instance or a sync group. */
    public record Listener(Subject subject, String name) {}

    /**
     * The commands of one listener.
     *
     * @param byState {@code notify_master} and so on
     * @param any {@code notify}, run after them, or null
     * @param tellsDeletion whether its removal is told as such, not as FAULT
     * @param priorities whether pipes hear of changes of its priority
     */
    public record Notify(
            Map<NotifyState, ScriptRun> byState, @Nullable ScriptRun any, boolean tellsDeletion, boolean priorities) {
        public Notify {
            byState = Map.copyOf(byState);
        }
    }

    /** What to run for a notification, in this order: the particular command, then the general one with four more arguments. */
    public List<ScriptRun> runsFor(SendNotification news) {
        Notify commands = listeners.get(new Listener(news.subject(), news.name()));
        if (commands == null) {
            return List.of();
        }
        ScriptRun particular = commands.byState().get(news.state());
        ScriptRun any = commands.any();
        List<ScriptRun> runs = new ArrayList<>();
        if (particular != null) {
            runs.add(particular);
        }
        if (any != null && news.state().isState()) {
            runs.add(any.with(
                    news.subject().name(), news.name(), news.state().name(), Integer.toString(news.priority())));
        }
        return runs;
    }
}
