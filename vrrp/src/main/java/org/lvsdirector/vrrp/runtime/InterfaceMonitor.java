package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import java.util.List;
import org.lvsdirector.vrrp.machine.LinkState;

/** This machine's interfaces and their addresses, as far as the kernel's events have been taken in. */
public interface InterfaceMonitor extends AutoCloseable {

    /** What happened, in the kernel's order. */
    interface Listener {
        /**
         * An interface has another state than before. One that was replaced by another of the same name is told as {@link LinkState#MISSING}
         * in between.
         */
        void linkChanged(String interfaceName, LinkState state);

        /** Addresses came or went; told once, after all links. */
        void addressesChanged();
    }

    /**
     * Takes in the kernel's events that wait, without blocking.
     *
     * @throws PortException if the kernel cannot be asked; what could not be taken in is told by a later call
     */
    void refresh(Listener listener);

    /** The state of an interface; {@link LinkState#MISSING} if there is none of that name. */
    LinkState state(String interfaceName);

    /** The addresses of an interface, in the order in which they were added; empty if there is no such interface. */
    List<InetAddress> addresses(String interfaceName);

    @Override
    void close();
}
