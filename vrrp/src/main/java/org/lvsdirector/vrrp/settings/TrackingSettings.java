package org.lvsdirector.vrrp.settings;

import java.util.List;

/**
 * What holds for trackers of all instances.
 *
 * @param linkDelays one at most for each interface; an interface without one counts at once
 * @param sessions with unique names
 * @param arbiters with unique names
 */
public record TrackingSettings(List<LinkDelay> linkDelays, List<BfdSettings> sessions, List<ArbiterSettings> arbiters) {
    /** Nothing beyond the usual. */
    public static final TrackingSettings NONE = new TrackingSettings(List.of(), List.of());

    public TrackingSettings {
        linkDelays = List.copyOf(linkDelays);
        sessions = List.copyOf(sessions);
        arbiters = List.copyOf(arbiters);
    }

    /** Without arbiters. */
    public TrackingSettings(List<LinkDelay> linkDelays, List<BfdSettings> sessions) {
        this(linkDelays, sessions, List.of());
    }
}
