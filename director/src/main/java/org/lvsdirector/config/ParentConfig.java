package org.lvsdirector.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What concerns the director's own processes.
 *
 * @param startup run before anything else; null: nothing
 * @param shutdown run after everything else; null: nothing
 * @param childWait how long a child process may take to stop
 * @param checkers how the kernel is to treat the checkers process
 * @param seed where chance begins in the checkers process; null: anywhere
 * @param startWords the words that a reload cannot change
 * @param tellsStart whether scripts hear of the states with which real servers and quorums begin
 */
public record ParentConfig(
        @Nullable LifeScript startup,
        @Nullable LifeScript shutdown,
        Duration childWait,
        ProcessNames names,
        PlaceConfig place,
        ReloadConfig reload,
        SchedulingConfig checkers,
        @Nullable Long seed,
        List<StartWord> startWords,
        boolean tellsStart) {

    public ParentConfig {
        startWords = List.copyOf(startWords);
    }

    /** None of the words. */
    public static final ParentConfig USUAL = new ParentConfig(
            null,
            null,
            Duration.ofSeconds(5),
            ProcessNames.NONE,
            PlaceConfig.HERE,
            ReloadConfig.ON_DEMAND,
            SchedulingConfig.ORDINARY,
            null,
            List.of(),
            false);

    /** A script of the start or the stop, and how long it may take. */
    public record LifeScript(ScriptCommand command, Duration timeout) {}

    /** What ps calls the processes; null: what they are called anyway. */
    public record ProcessNames(
            @Nullable String parent,
            @Nullable String vrrp,
            @Nullable String checkers) {
        static final ProcessNames NONE = new ProcessNames(null, null, null);
    }

    /**
     * Where it runs.
     *
     * @param instance sets its files apart from those of other directors; null: nothing does
     * @param namespace network namespace of all its processes; null: that in which it is started
     * @param checkersNamespace that of the checkers process; null: the same as of the others
     */
    public record PlaceConfig(
            @Nullable String instance,
            @Nullable String namespace,
            @Nullable String checkersNamespace) {
        static final PlaceConfig HERE = new PlaceConfig(null, null, null);
    }

    /**
     * Reloads that nobody asks for, and who is told of any.
     *
     * @param timeFile holds the time of the next one; null: there is none
     * @param repeated whether that file stays when its time has come
     * @param mark file that is there while the configuration is read; null: none, empty: beside the pid file
     */
    public record ReloadConfig(
            @Nullable String timeFile,
            boolean repeated,
            @Nullable String mark) {
        static final ReloadConfig ON_DEMAND = new ReloadConfig(null, false, null);
    }
}
