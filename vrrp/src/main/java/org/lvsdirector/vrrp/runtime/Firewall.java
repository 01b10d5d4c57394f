package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import java.util.Collection;

/** Drops traffic to and from virtual addresses that this machine holds but must not answer for ({@code accept off}, strict mode). */
public interface Firewall extends AutoCloseable {

    /**
     * Makes these the only addresses whose traffic is dropped; none ends it altogether and leaves nothing behind.
     *
     * @throws PortException if the kernel has no such firewall or refuses
     */
    void dropOnly(Collection<InetAddress> addresses);

    /** Lets go of the firewall and leaves its rules as they are. */
    @Override
    void close();
}
