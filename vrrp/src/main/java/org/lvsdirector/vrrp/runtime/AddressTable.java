package org.lvsdirector.vrrp.runtime;

import org.lvsdirector.vrrp.settings.VirtualAddress;

/** The virtual addresses on this machine's interfaces. */
public interface AddressTable extends AutoCloseable {

    /**
     * Adds an address.
     *
     * @param instanceInterface where it goes unless it names an interface of its own
     * @return false if it was there already, which is success as well
     * @throws PortException if it could not be added, also because there is no such interface
     */
    boolean add(VirtualAddress address, String instanceInterface);

    /**
     * Removes an address.
     *
     * @return false if it was not there, or its interface is not, which is success as well
     * @throws PortException if it could not be removed
     */
    boolean remove(VirtualAddress address, String instanceInterface);

    @Override
    void close();
}
