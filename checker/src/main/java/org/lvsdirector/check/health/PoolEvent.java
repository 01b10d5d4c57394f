package org.lvsdirector.check.health;

/** Something that happened to a pool, for scripts, mail and counters. */
public sealed interface PoolEvent {

    /** Name of the virtual service. */
    String service();

    /** A real server came up or went down. */
    record ServerChanged(String service, String server, boolean up) implements PoolEvent {}

    /** The quorum was gained or lost. */
    record QuorumChanged(String service, boolean up) implements PoolEvent {}
}
