package org.lvsdirector.control.status;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vrrp process.
 *
 * @param strays packets of protocol 112 that belong to no instance
 * @param lateness how late the driver acted on its deadlines
 */
public record VrrpStatus(
        List<Instance> instances,
        List<Group> groups,
        List<Script> scripts,
        List<Reading> readings,
        long strays,
        Lateness lateness,
        long failedActions) {

    /**
     * One instance.
     *
     * @param state {@code INIT}, {@code BACKUP}, {@code MASTER} or {@code FAULT}
     * @param priority effective
     * @param master who advertised last, or null
     * @param secondMaster a router that goes on advertising although this one is MASTER, or null
     * @param faults why it is at FAULT
     * @param lateAdverts advertisements that left more than half an interval late
     * @param rejected packets dropped, by reason
     * @param trust whom it believes
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
            @Nullable String secondMaster,
            List<String> faults,
            List<Address> addresses,
            long advertsSent,
            long advertsReceived,
            long lateAdverts,
            Map<String, Long> rejected,
            Trust trust) {}

    /**
     * Whom an instance believes.
     *
     * @param otherHolders hosts that have its addresses too while it is MASTER, as {@code ADDRESS at HARDWARE}
     * @param signing how advertisements are signed, in words, or null
     * @param remarked packets heeded about which there was something to tell, by kind
     */
    public record Trust(List<String> otherHolders, @Nullable String signing, Map<String, Long> remarked) {
        /** Everybody, and nothing happened. */
        public static final Trust ANYBODY = new Trust(List.of(), null, Map.of());
    }

    /**
     * A virtual address.
     *
     * @param present whether the kernel has it on the interface at this moment
     */
    public record Address(String address, String interfaceName, boolean present) {}

    /**
     * How late the driver acted on its deadlines since it started, in microseconds. The quantiles are rounded up to a power of two.
     *
     * @param timers how many deadlines there were
     * @param histogram how many of them were later than half of each power of two, and not as late as it
     */
    public record Lateness(long timers, long median, long p99, long p999, long worst, Map<Long, Long> histogram) {
        /** Nothing was due yet. */
        public static final Lateness NONE = new Lateness(0, 0, 0, 0, 0, Map.of());
    }

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

    /**
     * A tracked file, process or BFD session.
     *
     * @param kind {@code file}, {@code process} or {@code bfd}
     * @param value the file's number, or {@code UP} or {@code DOWN}
     */
    public record Reading(String kind, String name, String value) {}
}
