package org.lvsdirector.config;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * {@code lvs_sync_daemon}: the kernel tells the other director of each connection, or listens, so that connections survive a takeover.
 *
 * @param interfaceName where it tells and listens
 * @param instance the virtual router whose state says which of the two; null: it does both at all times
 * @param id daemons with different ids do not hear each other; null: the instance's id, or 0
 * @param maxLength largest message in bytes; 0: the kernel's choice
 * @param port 0: the kernel's choice, 8848
 * @param ttl 0: the kernel's choice, 1
 * @param group null: the kernel's choice, 224.0.0.81
 */
public record SyncDaemonConfig(
        String interfaceName,
        @Nullable String instance,
        @Nullable Integer id,
        int maxLength,
        int port,
        int ttl,
        @Nullable InetAddress group,
        SourcePlace place) {}
