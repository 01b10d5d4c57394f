package org.lvsdirector.control.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checkers process and the kernel's table.
 *
 * @param services in the order of the configuration
 * @param remarks drift, strangers, and what could not be done
 */
public record CheckersStatus(List<Service> services, List<String> remarks) {

    /**
     * A virtual server.
     *
     * @param names the kernel's services that it stands for
     * @param missing which of them are not in the kernel's table at this moment
     */
    public record Service(
            String name,
            List<String> names,
            List<String> missing,
            String scheduler,
            int persistenceSeconds,
            boolean quorumUp,
            long quorum,
            boolean sorryActive,
            long connections,
            List<Server> servers) {}

    /**
     * A real server, or the sorry server.
     *
     * @param configuredWeight weight in the configuration
     * @param kernelWeight weight in the kernel's table, or null when it is not there
     * @param remark such as {@code weight 0 by hand (configured 1)}, or null
     */
    public record Server(
            String name,
            String method,
            boolean sorry,
            boolean alive,
            int configuredWeight,
            @Nullable Integer kernelWeight,
            long activeConnections,
            long inactiveConnections,
            @Nullable String remark,
            List<Check> checks) {}

    /**
     * A check.
     *
     * @param kind such as {@code TCP_CHECK}
     * @param target whom it asks, such as {@code [10.0.0.1]:tcp:80}
     * @param lastResult in words, or null before the first try has ended
     */
    public record Check(
            String kind,
            String target,
            boolean up,
            @Nullable String lastResult,
            @Nullable String lastResultAt,
            double durationMillis,
            long successes,
            long failures) {}
}
