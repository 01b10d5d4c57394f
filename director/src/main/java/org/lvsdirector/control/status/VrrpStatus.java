package org.lvsdirector.control.status;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vrrp process.
 *
 * @param strays packets of protocol 112 that belong to no instance
 * @param worstLatenessMicros how late the driver acted on a deadline at worst
 */
public record VrrpStatus(
        List<Instance> instances,
        List<Group> groups,
        List<Script> scripts,
        long strays,
        long worstLatenessMicros,
        long failedActions) {

    /**
     * One instance.
     *
     * @param state {@code INIT}, {@code BACKUP}, {@code MASTER} or {@code FAULT}
     * @param priority effective
     * @param master who advertised last, or null
     * @param faults why it is at FAULT
     * @param rejected packets dropped, by reason
     */
    public record Instance(
            String name,
            String interfaceName,
            int virtualRouterId,
            String state,
            String since,
            int priority,
            int basePriority,
            @Nullable String master,
            List<String> faults,
            List<Address> addresses,
            long advertsSent,
            long advertsReceived,
            Map<String, Long> rejected) {}

    /**
     * A virtual address.
     *
     * @param present whether the kernel has it on the interface at this moment
     */
    public record Address(String address, String interfaceName, boolean present) {}

    /** A sync group. */
    public record Group(String name, String state, List<String> members) {}

    /**
     * A track script.
     *
     * @param standing {@code UNKNOWN}, {@code UP} or {@code DOWN}
     * @param lastOutcome in words, or null before the first run has ended
     */
    public record Script(
            String name, String standing, @Nullable String lastOutcome, boolean running) {}
}
