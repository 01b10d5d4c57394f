package org.lvsdirector.ipvs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.Errno;

/**
 * The kernel's twin: a table in memory that accepts and refuses what the kernel does, with the same error numbers; one contract test
 * runs on both. For tests and rehearsals, so it can do a little more: {@link #otherHandle} edits the table behind the first one's back,
 * {@link #failNext} refuses, {@link #table} sets counters, {@link #history} tells what was asked.
 *
 * <p>Handles of one table may be used by several threads.
 */
public final class InMemoryIpvs implements Ipvs {
    private final InMemoryTable table;
    private final List<IpvsChange> history = new ArrayList<>();
    private final Deque<Errno> refusals = new ArrayDeque<>();

    /** An empty table. */
    public InMemoryIpvs() {
        this(new InMemoryTable());
    }

    private InMemoryIpvs(InMemoryTable table) {
        this.table = table;
    }

    /** Another handle of the same table, with a history of its own: somebody else's ipvsadm. */
    public InMemoryIpvs otherHandle() {
        return new InMemoryIpvs(table);
    }

    /** The table itself, to set what the kernel would count and what it would find missing. */
    public InMemoryTable table() {
        return table;
    }

    /** Every change that came through this handle, refused ones too. */
    public List<IpvsChange> history() {
        synchronized (table) {
            return List.copyOf(history);
        }
    }

    /** Has the next request through this handle refused, one for each call; in a batch the next change alone. */
    public void failNext(Errno errno) {
        synchronized (table) {
            refusals.add(errno);
        }
    }

    @Override
    public List<ChangeResult> apply(List<? extends IpvsChange> changes) {
        synchronized (table) {
            List<ChangeResult> results = new ArrayList<>(changes.size());
            for (IpvsChange change : changes) {
                history.add(change);
                Optional<Errno> refused = Optional.ofNullable(refusals.poll()).or(() -> change.accept(table));
                results.add(new ChangeResult(
                        change,
                        refused.map(errno -> failure(change.describe(), errno)).orElse(null)));
            }
            return results;
        }
    }

    @Override
    public List<ServiceEntry> services() {
        synchronized (table) {
            refuse("list the services");
            return table.services();
        }
    }

    @Override
    public Optional<ServiceEntry> service(ServiceKey key) {
        synchronized (table) {
            refuse("look up service " + key);
            return table.service(key);
        }
    }

    @Override
    public List<RealServerEntry> realServers(ServiceKey key) {
        synchronized (table) {
            refuse("list the real servers of " + key);
            return table.realServers(key);
        }
    }

    @Override
    public void zero(@Nullable ServiceKey key) {
        synchronized (table) {
            String operation = "zero the counters of " + (key == null ? "all services" : key);
            refuse(operation);
            check(operation, table.zero(key));
        }
    }

    @Override
    public void flush() {
        synchronized (table) {
            refuse("remove all services");
            table.flush();
        }
    }

    @Override
    public IpvsInfo info() {
        synchronized (table) {
            refuse("ask for the version of IPVS");
            return InMemoryTable.INFO;
        }
    }

    @Override
    public IpvsTimeouts timeouts() {
        synchronized (table) {
            refuse("ask for the connection timeouts");
            return table.timeouts();
        }
    }

    @Override
    public void setTimeouts(IpvsTimeouts timeouts) {
        synchronized (table) {
            refuse("set the connection timeouts");
            table.setTimeouts(timeouts);
        }
    }

    @Override
    public List<SyncDaemon> daemons() {
        synchronized (table) {
            refuse("list the sync daemons");
            return table.daemons();
        }
    }

    @Override
    public void startDaemon(SyncDaemon daemon) {
        synchronized (table) {
            String operation = "start the " + daemon.role().word() + " sync daemon on " + daemon.interfaceName();
            refuse(operation);
            check(operation, table.startDaemon(daemon));
        }
    }

    @Override
    public void stopDaemon(SyncDaemon.Role role, int syncId) {
        synchronized (table) {
            String operation = "stop the " + role.word() + " sync daemon";
            refuse(operation);
            check(operation, table.stopDaemon(role));
        }
    }

    @Override
    public void close() {}

    private void refuse(String operation) {
        check(operation, Optional.ofNullable(refusals.poll()));
    }

    private static void check(String operation, Optional<Errno> errno) {
        if (errno.isPresent()) {
            throw failure(operation, errno.get());
        }
    }

    private static IpvsException failure(String operation, Errno errno) {
        return new IpvsException("cannot " + operation + ": " + Errno.describe(errno.number()), errno);
    }
}
