package org.lvsdirector.ipvs;

/**
 * A real server as the kernel reports it.
 *
 * @param activeConnections connections in an active state (TCP established), unsigned 32 bits
 * @param inactiveConnections all others
 * @param persistentConnections persistence templates
 */
public record RealServerEntry(
        RealServer server,
        long activeConnections,
        long inactiveConnections,
        long persistentConnections,
        TrafficStats stats) {}
