package org.lvsdirector.ipvs;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A connection synchronisation daemon of the kernel.
 *
 * @param interfaceName interface of its multicast, 1 to 15 bytes
 * @param syncId 0 to 255; daemons with different ids ignore each other
 * @param maxLength largest message in bytes; 0 lets the kernel choose (from the interface's MTU)
 * @param group multicast group; null lets the kernel choose (224.0.0.81)
 * @param port UDP port; 0 lets the kernel choose (8848)
 * @param ttl 0 lets the kernel choose (1)
 */
public record SyncDaemon(
        Role role,
        String interfaceName,
        int syncId,
        int maxLength,
        @Nullable InetAddress group,
        int port,
        int ttl) {
    private static final int MAX_SYNC_ID = 255;
    private static final int MAX_LENGTH = 0xFFFF;
    private static final int MAX_TTL = 255;

    public SyncDaemon {
        Ranges.requireWithin("sync id", syncId, MAX_SYNC_ID);
        Ranges.requireWithin("sync message length", maxLength, MAX_LENGTH);
        Ranges.requirePort(port);
        Ranges.requireWithin("multicast ttl", ttl, MAX_TTL);
        Ranges.requireName("multicast interface", interfaceName);
    }

    /** Whether a running daemon is as this one asks for, where it asks for anything. */
    public boolean isMetBy(SyncDaemon running) {
        return role == running.role
                && interfaceName.equals(running.interfaceName)
                && syncId == running.syncId
                && (maxLength == 0 || maxLength == running.maxLength)
                && (group == null || group.equals(running.group))
                && (port == 0 || port == running.port)
                && (ttl == 0 || ttl == running.ttl);
    }

    /** What the daemon does; {@link #number()} is {@code IPVS_DAEMON_ATTR_STATE}. */
    public enum Role {
        MASTER(1),
        BACKUP(2);

        private final int number;

        Role(int number) {
            this.number = number;
        }

        /** The kernel's number. */
        public int number() {
            return number;
        }

        /** As ipvsadm and the kernel's log write it: {@code master} or {@code backup}. */
        public String word() {
            return this == MASTER ? "master" : "backup";
        }

        /**
         * The role with a kernel number.
         *
         * @throws IllegalArgumentException for any number but 1 and 2
         */
        public static Role ofNumber(int number) {
            for (Role role : values()) {
                if (role.number == number) {
                    return role;
                }
            }
            throw new IllegalArgumentException("no sync daemon has state " + number);
        }
    }
}
