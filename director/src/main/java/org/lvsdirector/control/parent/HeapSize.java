package org.lvsdirector.control.parent;

import org.lvsdirector.check.HttpProbe;
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
    /** What a conversation with a web server holds, with TLS or a page to be searched. */
    private static final long PER_PAGE = 64 * 1024;
    /** So many of them are under way at once. */
    private static final long MOST_PAGES = 2_000;
    /** As much of the base as a configuration may grow by before its process is replaced. */
    private static final long SPARE = 8 * MIB;

    private HeapSize() {}

    /** Bytes for a new process. */
    static long of(ChildRole role, Work work) {
        return role == ChildRole.VRRP
                ? BASE
                : BASE + servers(work) * PER_SERVER + Math.min(pages(work), MOST_PAGES) * PER_PAGE;
    }

    /** How many checks of web servers there are. */
    private static long pages(Work work) {
        CheckersSettings checkers = work.checkers();
        return checkers == null
                ? 0
                : checkers.work().checks().stream()
                        .filter(check -> check.probe() instanceof HttpProbe)
                        .count();
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
