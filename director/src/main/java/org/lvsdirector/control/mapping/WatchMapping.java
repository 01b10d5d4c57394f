package org.lvsdirector.control.mapping;

import java.nio.file.Path;
import org.lvsdirector.config.TrackFileConfig;
import org.lvsdirector.config.TrackProcessConfig;
import org.lvsdirector.config.TrackingConfig;
import org.lvsdirector.control.track.ProcessPattern;
import org.lvsdirector.control.track.TrackedFile;
import org.lvsdirector.control.track.TrackedProcess;
import org.lvsdirector.control.track.Watches;

/** What the parent watches for the trackers of a configuration. */
final class WatchMapping {
    private WatchMapping() {}

    static Watches watches(TrackingConfig tracking) {
        return new Watches(
                tracking.files().stream().map(WatchMapping::file).toList(),
                tracking.processes().stream().map(WatchMapping::process).toList());
    }

    private static TrackedFile file(TrackFileConfig file) {
        return new TrackedFile(file.name(), Path.of(file.path()), file.initial(), file.overwrite());
    }

    private static TrackedProcess process(TrackProcessConfig process) {
        ProcessPattern pattern = new ProcessPattern(
                process.command().get(0),
                process.command().subList(1, process.command().size()),
                match(process.match()),
                process.fullCommand());
        return new TrackedProcess(
                process.name(),
                pattern,
                process.quorum(),
                process.quorumMax(),
                process.forkDelay().toNanos(),
                process.terminateDelay().toNanos());
    }

    private static ProcessPattern.Match match(TrackProcessConfig.Match match) {
        return switch (match) {
            case ANY -> ProcessPattern.Match.ANY;
            case EXACT -> ProcessPattern.Match.EXACT;
            case PARTIAL -> ProcessPattern.Match.PARTIAL;
            case INITIAL -> ProcessPattern.Match.INITIAL;
        };
    }
}
