package org.lvsdirector.netlink.route;

/**
 * Makes, changes and removes links of one network namespace. Every method may throw {@link InterfaceException} when the kernel refuses the
 * request or cannot be reached. Not safe for use by several threads at once.
 */
public interface LinkChanges extends AutoCloseable {

    /** Makes a link, which is down. */
    void add(NewLink link);

    /**
     * Removes a link.
     *
     * @return false if there is none of that number, which is success as well
     */
    boolean remove(int index);

    /** Sets a link up, which may be up already. */
    void raise(int index);

    /** Sets a link down, gives it another name, and sets it up again. */
    void rename(int index, String name);

    @Override
    void close();
}
