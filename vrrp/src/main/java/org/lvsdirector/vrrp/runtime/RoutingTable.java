package org.lvsdirector.vrrp.runtime;

import org.lvsdirector.vrrp.settings.RoutingEntry;

/** The routes and rules of this machine. */
public interface RoutingTable extends AutoCloseable {
    /**
     * Adds a route or rule.
     *
     * @return false if it was there already, which is success as well
     * @throws PortException if it could not be added, also because an interface that it names is missing
     */
    boolean add(RoutingEntry entry);

    /**
     * Removes a route or rule.
     *
     * @return false if it was not there, or an interface that it names is not, which is success as well
     * @throws PortException if it could not be removed
     */
    boolean remove(RoutingEntry entry);

    /**
     * Whether, since the last call, the kernel told of the removal of something that looks like a tracked entry that was added here and not
     * removed. Does not block.
     *
     * @throws PortException if the kernel cannot be asked
     */
    boolean takeRemovals();

    @Override
    void close();
}
