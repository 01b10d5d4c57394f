package org.lvsdirector.check.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;

/**
 * The real servers behind one configured virtual service, as far as their health goes.
 *
 * @param service name of the virtual service as logs write it
 * @param quorum live weight that the pool needs, at least 1
 * @param hysteresis by how much the weight must pass the quorum, either way; less than the quorum
 * @param sorry stands in when the quorum is lost; null for none
 * @param floor with fewer servers up than this none more is taken out; 0 for off
 * @param omega counts every server, and the pool, as going down at a stop, so that their scripts run
 */
public record PoolSpec(
        String service,
        List<Server> servers,
        long quorum,
        long hysteresis,
        @Nullable Sorry sorry,
        boolean omega,
        int floor) {
    public PoolSpec {
        servers = List.copyOf(servers);
    }

    /** One without a floor. */
    public PoolSpec(
            String service, List<Server> servers, long quorum, long hysteresis, @Nullable Sorry sorry, boolean omega) {
        this(service, servers, quorum, hysteresis, sorry, omega, 0);
    }

    /**
     * One real server.
     *
     * @param weight as configured; 0 does not count for the quorum
     * @param inhibit stays in the table with weight 0 while it is down
     * @param checks all must pass for it to be up; none means always up
     */
    public record Server(String name, int weight, boolean inhibit, List<CheckId> checks) {
        public Server {
            checks = List.copyOf(checks);
        }
    }

    /**
     * The sorry server; it is never checked.
     *
     * @param inhibit stays in the table with weight 0 while it is not needed
     */
    public record Sorry(String name, boolean inhibit) {}
}
