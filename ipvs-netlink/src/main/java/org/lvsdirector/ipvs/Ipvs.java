package org.lvsdirector.ipvs;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The IPVS table of one network namespace. {@code KernelIpvs} speaks to the kernel, {@code InMemoryIpvs} is its twin; one contract test
 * holds both to the same behaviour. Not safe for use by several threads at once.
 *
 * <p>Every method may throw {@link IpvsException} when the kernel refuses the request or cannot be reached.
 */
public interface Ipvs extends AutoCloseable {

    /**
     * Applies changes in order, pipelined. A change that fails does not stop those after it.
     *
     * @return one result for each change, in the same order
     */
    List<ChangeResult> apply(List<? extends IpvsChange> changes);

    /** All services, in the kernel's order. */
    List<ServiceEntry> services();

    /** One service with its counters, or empty if there is none. */
    Optional<ServiceEntry> service(ServiceKey key);

    /** The real servers of a service, in the kernel's order; empty too if there is no such service. */
    List<RealServerEntry> realServers(ServiceKey key);

    /** Zeroes the counters of a service, or of all when {@code key} is null. */
    void zero(@Nullable ServiceKey key);

    /** Removes all services and their real servers; timeouts and daemons stay. */
    void flush();

    /** Version and table size. */
    IpvsInfo info();

    /** The present timeouts. */
    IpvsTimeouts timeouts();

    /** Sets the timeouts; a 0 keeps the present one. */
    void setTimeouts(IpvsTimeouts timeouts);

    /** The running synchronisation daemons, at most one of each role. */
    List<SyncDaemon> daemons();

    /** Starts a synchronisation daemon; EEXIST if one of that role runs. */
    void startDaemon(SyncDaemon daemon);

    /** Stops the daemon of a role; ESRCH if there is none. */
    void stopDaemon(SyncDaemon.Role role, int syncId);

    @Override
    void close();
}
