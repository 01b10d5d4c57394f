package org.lvsdirector.control.parent;

import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.supervise.ChildRole;

/** How much memory a child may take for its objects. It is fixed when the process starts, so a far larger configuration needs another one. */
final class HeapSize {
    private static final long MIB = 1024 * 1024;
    /** Measured on an idle child, with room to spare. */
    private static final long BASE = 32 * MIB;
    /** What one real server with its check costs a checkers process, generously. */
    private static final long PER_SERVER = 2048;
    /** As much of the base as a configuration may grow by before its process is replaced. */
    private static final long SPARE = 8 * MIB;

    private HeapSize() {}

    /** Bytes for a new process. */
    static long of(ChildRole role, Work work) {
        return role == ChildRole.VRRP ? BASE : BASE + servers(work) * PER_SERVER;
    }

    /** Whether a process with a heap of so many bytes can go over to this work. */
    static boolean suffices(long heap, ChildRole role, Work work) {
        return of(role, work) <= heap + SPARE;
    }

    /** How many real servers the kernel's table has when all are up. */
    static long servers(Work work) {
        CheckersSettings checkers = work.checkers();
        return checkers == null
                ? 0
                : checkers.work().services().stream()
                        .mapToLong(service -> Math.multiplyFull(
                                service.servers().size(), service.keys().size()))
                        .sum();
    }
}
