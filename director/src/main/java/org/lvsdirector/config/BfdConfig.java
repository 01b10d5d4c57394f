package org.lvsdirector.config;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A {@code bfd_instance} block: a session with a neighbour.
 *
 * @param source null: the kernel chooses
 * @param ttl 1 to 255
 * @param maxHops routers between; -1: any number
 * @param forTrackers whether instances and groups may follow it
 * @param forChecks whether real servers may
 * @param weight what trackers add to a priority unless they say otherwise
 */
public record BfdConfig(
        String name,
        InetAddress neighbour,
        @Nullable InetAddress source,
        Duration minRx,
        Duration minTx,
        Duration idleTx,
        int multiplier,
        boolean passive,
        int ttl,
        int maxHops,
        boolean multihop,
        int weight,
        boolean reverse,
        boolean forTrackers,
        boolean forChecks,
        SourcePlace place) {}
