package org.lvsdirector.netlink.route;

import java.util.List;

/**
 * A subscription to the changes of links and addresses, from the moment it was opened. Open it before the first dump, so that nothing falls
 * between the two. Not safe for use by several threads at once.
 */
public interface InterfaceEvents extends AutoCloseable {

    /** Takes the events that wait, oldest first, without blocking; empty when none does. */
    List<InterfaceEvent> poll();

    @Override
    void close();
}
