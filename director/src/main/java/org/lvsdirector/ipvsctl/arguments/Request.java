package org.lvsdirector.ipvsctl.arguments;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.SyncDaemon;

/** What one command line asks for, complete and checked but for what only the kernel can tell. */
public sealed interface Request {

    /** What prints and changes nothing. */
    sealed interface Listing extends Request {}

    /** What changes the kernel's state. */
    sealed interface Modification extends Request {}

    /** {@code -A -E -D -a -e -d}. */
    record Change(IpvsChange change) implements Modification {}

    /** {@code -L} of the table, or of one service that must be there. */
    record ListTable(@Nullable ServiceKey service, TableStyle style, Filter filter) implements Listing {}

    /** {@code -L -c}: the connections, with the data of persistence engines if asked for. */
    record ListConnections(boolean numeric, boolean withEngineData, Filter filter, boolean json) implements Listing {}

    /** {@code -L --timeout}. */
    record ListTimeouts(boolean json) implements Listing {}

    /** {@code -L --daemon}. */
    record ListDaemons(boolean json) implements Listing {}

    /** {@code -S}: the table as command lines for {@code -R}. */
    record Save(boolean numeric) implements Listing {}

    /** {@code -R}: command lines from standard input. */
    record Restore() implements Request {}

    /** {@code diff}: what {@code apply} would do, of a file with a saved table, {@code -} for standard input. */
    record Diff(String file, boolean json) implements Request {}

    /** {@code apply}: makes the table what the file says; a dry run only tells how. */
    record Apply(String file, boolean dryRun) implements Request {}

    /** {@code watch}: the services and real servers with their rates, again and again. */
    record Watch(Filter filter, boolean numeric, int intervalSeconds, WatchColumn column) implements Request {}

    /** {@code -C}. */
    record Clear() implements Modification {}

    /** {@code -Z}, of one service or of all. */
    record Zero(@Nullable ServiceKey service) implements Modification {}

    /** {@code --set}. */
    record SetTimeouts(IpvsTimeouts timeouts) implements Modification {}

    /** {@code --start-daemon}. */
    record StartDaemon(SyncDaemon daemon) implements Modification {}

    /** {@code --stop-daemon}. */
    record StopDaemon(SyncDaemon.Role role, int syncId) implements Modification {}

    /** {@code -h}. */
    record Help() implements Request {}

    /** {@code -v}. */
    record Version() implements Request {}
}
