package org.lvsdirector.vrrp.runtime;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Carries datagrams of protocol 112, or 51 with one behind it. Neither sending nor receiving waits or allocates. */
public interface AdvertTransport extends AutoCloseable {

    /**
     * Opens an endpoint; one that is open already is opened anew, since its interface may have been replaced by another of that name.
     *
     * @throws PortException if the interface does not exist or cannot be used; the endpoint is then closed
     */
    void open(Endpoint endpoint);

    /** Closes an endpoint; one that is not open is no error. Its waiting packets are lost. */
    void close(Endpoint endpoint);

    /**
     * Sends a whole datagram, IP header included, from position to limit, to where that header says.
     *
     * @throws PortException if it could not be sent, also because the endpoint is not open
     */
    void send(Endpoint endpoint, ByteBuffer datagram);

    /**
     * Takes the next waiting datagram of any endpoint, from the IP header on; over IPv6, from a header that says as much as the kernel
     * tells: source, destination, hop limit and length.
     *
     * @param into cleared first; afterwards the datagram is between position and limit. What does not fit is cut off
     * @return the endpoint it came to, or null if none waits
     */
    @Nullable
    Endpoint receive(ByteBuffer into);

    /** Closes all endpoints. */
    @Override
    void close();
}
