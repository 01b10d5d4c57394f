package org.lvsdirector.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the calling process may do: asked before anything is tried, so that a refusal can be one clear sentence. */
public final class Credentials {
    private static final int LINUX_CAPABILITY_VERSION_3 = 0x20080522;
    private static final int HEADER_BYTES = 8; // __u32 version; int pid
    private static final int DATA_BYTES = 24; // 2 x { __u32 effective, permitted, inheritable }
    private static final int SECOND_EFFECTIVE = HEADER_BYTES + 12;

    private Credentials() {}

    /** Capabilities that this project needs, with their bits ({@code linux/capability.h}). */
    public enum Capability {
        CAP_KILL(5),
        CAP_NET_BIND_SERVICE(10),
        /** IPVS, addresses, namespaces, SO_MARK. */
        CAP_NET_ADMIN(12),
        /** Raw and packet sockets. */
        CAP_NET_RAW(13),
        /** Locked memory beyond the limit. */
        CAP_IPC_LOCK(14),
        CAP_SYS_ADMIN(21),
        /** Real-time scheduling. */
        CAP_SYS_NICE(23);

        private final int bit;

        Capability(int bit) {
            this.bit = bit;
        }
    }

    /** The effective user id; 0 is root. */
    public static int effectiveUserId() {
        return (int) Libc.call(Libc.GETEUID);
    }

    /** Whether a capability is in the effective set of the calling thread. */
    public static boolean has(Capability capability) {
        return (effectiveCapabilities() >>> capability.bit & 1) != 0;
    }

    private static long effectiveCapabilities() {
        ByteBuffer memory = ByteBuffer.allocateDirect(HEADER_BYTES + DATA_BYTES).order(ByteOrder.nativeOrder());
        memory.putInt(0, LINUX_CAPABILITY_VERSION_3);
        long header = Libc.address(memory);
        Libc.check("read capabilities", Libc.call(Libc.CAPGET, header, header + HEADER_BYTES));
        return Integer.toUnsignedLong(memory.getInt(HEADER_BYTES))
                | Integer.toUnsignedLong(memory.getInt(SECOND_EFFECTIVE)) << Integer.SIZE;
    }
}
