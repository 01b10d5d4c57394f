package org.lvsdirector.config;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A {@code real_server} with the virtual server's defaults filled in.
 *
 * @param port as written; 0: the virtual server's. Whether the forwarding method can translate it is the planner's business
 * @param weight 0 to 65535
 * @param upperThreshold no new connections from so many on; 0: no limit
 * @param lowerThreshold new connections again below so many; 0: three quarters of the upper
 * @param inhibitOnFailure weight 0 instead of removal while down
 * @param notifyUp run when it comes up; null: nothing
 * @param notifyDown run when it goes down; null: nothing
 * @param mail whether mail is sent when it comes up or goes down
 * @param alpha starts as down until checked
 * @param checkers up only while all say so; empty: always up
 */
public record RealServerConfig(
        InetAddress address,
        int port,
        int weight,
        Forwarding forwarding,
        int upperThreshold,
        int lowerThreshold,
        boolean inhibitOnFailure,
        @Nullable ScriptCommand notifyUp,
        @Nullable ScriptCommand notifyDown,
        boolean mail,
        boolean alpha,
        List<CheckerConfig> checkers,
        SourcePlace place) {
    public RealServerConfig {
        checkers = List.copyOf(checkers);
    }
}
