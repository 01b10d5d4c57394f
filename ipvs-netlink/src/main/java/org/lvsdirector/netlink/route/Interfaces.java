package org.lvsdirector.netlink.route;

import java.util.List;

/**
 * Links and addresses of one network namespace. {@code KernelInterfaces} speaks to the kernel, {@code InMemoryInterfaces} is its twin; one
 * contract test holds both to the same behaviour. Not safe for use by several threads at once.
 *
 * <p>Every method may throw {@link InterfaceException} when the kernel refuses the request or cannot be reached.
 */
public interface Interfaces extends AutoCloseable {

    /** All links, in the order of their indexes. */
    List<Link> links();

    /** All IPv4 and IPv6 addresses of all links. */
    List<InterfaceAddress> addresses();

    /**
     * Adds an address ({@code RTM_NEWADDR}).
     *
     * @return false if this link had this address with this prefix before, which is success as well
     */
    boolean add(InterfaceAddress address);

    /**
     * Removes the address with the same link, local address and prefix ({@code RTM_DELADDR}).
     *
     * @return false if there was none, or no such link, which is success as well
     */
    boolean remove(InterfaceAddress address);

    @Override
    void close();
}
