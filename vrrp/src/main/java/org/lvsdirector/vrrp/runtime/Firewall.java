package org.lvsdirector.vrrp.runtime;

import java.util.Collection;
import org.lvsdirector.vrrp.settings.Unaccepted;

/**
 * Drops traffic to and from virtual addresses that this machine holds but must not answer for ({@code accept off}, strict mode), and what
 * interfaces with a virtual router's hardware address would say by themselves.
 */
public interface Firewall extends AutoCloseable {

    /**
     * Makes these the only addresses whose traffic is dropped; none ends it altogether and leaves nothing behind.
     *
     * @throws PortException if the kernel has no such firewall or refuses
     */
    void dropOnly(Collection<Unaccepted> addresses);

    /**
     * Makes these the only interfaces that say nothing of their multicast groups by themselves.
     *
     * @throws PortException if the kernel has no such firewall or refuses
     */
    void silenceOnly(Collection<String> interfaces);

    /** Lets go of the firewall and leaves its rules as they are. */
    @Override
    void close();
}
