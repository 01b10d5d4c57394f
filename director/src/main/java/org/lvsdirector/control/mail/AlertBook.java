package org.lvsdirector.control.mail;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification.Subject;

/**
 * Of what a configuration wants mail.
 *
 * @param mail null: no mail at all; the rest is empty then
 * @param faults whether of FAULT
 * @param everyCheck whether of checks that change without their real server changing
 * @param routers instances and groups whose states are mailed
 * @param pools services by name
 * @param shared by a check that is made for several services, the others that it stands for
 */
public record AlertBook(
        @Nullable MailSettings mail,
        boolean faults,
        boolean everyCheck,
        Set<Router> routers,
        Map<String, Pool> pools,
        Map<CheckId, List<CheckId>> shared) {
    /** No mail. */
    public static final AlertBook NONE = new AlertBook(null, false, false, Set.of(), Map.of(), Map.of());

    public AlertBook {
        routers = Set.copyOf(routers);
        pools = Map.copyOf(pools);
        shared = Map.copyOf(shared);
    }

    /** An instance or a sync group. */
    public record Router(Subject subject, String name) {}

    /**
     * A service.
     *
     * @param mail whether its quorum is mailed
     * @param servers by name
     */
    public record Pool(boolean mail, long quorum, long hysteresis, Map<String, Server> servers) {
        public Pool {
            servers = Map.copyOf(servers);
        }
    }

    /**
     * A real server.
     *
     * @param mail whether its states are mailed
     * @param alpha whether it starts as down
     * @param checks in order
     */
    public record Server(boolean mail, int weight, boolean alpha, List<Words> checks) {
        public Server {
            checks = List.copyOf(checks);
        }
    }

    /** What is said of a check that succeeds, and of one that fails. */
    public record Words(String succeeds, String fails) {
        String of(boolean up) {
            return up ? succeeds : fails;
        }
    }
}
