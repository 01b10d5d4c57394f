package org.lvsdirector.config;

import java.util.List;

/** What there is to be tracked, beside scripts and interfaces. */
public record TrackingConfig(
        List<TrackFileConfig> files,
        List<TrackProcessConfig> processes,
        List<InterfaceDelay> delays,
        List<BfdConfig> sessions) {
    public TrackingConfig {
        files = List.copyOf(files);
        processes = List.copyOf(processes);
        delays = List.copyOf(delays);
        sessions = List.copyOf(sessions);
    }
}
