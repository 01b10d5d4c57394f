package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;

/** Tells neighbours where an address is now: gratuitous ARP for IPv4, unsolicited neighbour advertisement for IPv6. */
public interface Announcer extends AutoCloseable {

    /**
     * Sends one packet without waiting.
     *
     * @return false if the interface has no neighbours to tell (loopback, or without ARP)
     * @throws PortException if it could not be sent, also because there is no such interface
     */
    boolean announce(String interfaceName, InetAddress address);

    @Override
    void close();
}
