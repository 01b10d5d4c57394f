package org.lvsdirector.netlink.route;

/**
 * Routes and rules of one network namespace. Not safe for use by several threads at once. Every method may throw
 * {@link InterfaceException} when the kernel refuses the request or cannot be reached.
 */
public interface Routing extends AutoCloseable {

    /** Adds a route; false if there was one like it before, which is success as well. */
    boolean add(Route route, Route.Placement placement);

    /** Removes a route; false if there was none like it, or its link is gone, which is success as well. */
    boolean remove(Route route);

    /** Adds a rule; false if there was one like it before, which is success as well. */
    boolean add(RoutingRule rule);

    /** Removes a rule; false if there was none like it, which is success as well. */
    boolean remove(RoutingRule rule);

    @Override
    void close();
}
