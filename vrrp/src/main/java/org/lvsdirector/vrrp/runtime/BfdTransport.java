package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.BfdSettings;

/** Sends and receives the packets of BFD sessions. */
public interface BfdTransport extends AutoCloseable {

    /**
     * How a packet came.
     *
     * @param ttl what was left of its hops
     * @param multihop whether it came to the port of RFC 5883
     */
    record Arrival(InetAddress source, int ttl, boolean multihop) {}

    /**
     * Makes ready for a session.
     *
     * @throws PortException if that cannot be done now
     */
    void open(BfdSettings session);

    /** Ends that; nothing happens if it is not open. */
    void close(BfdSettings session);

    /**
     * Sends what is between the buffer's position and its limit.
     *
     * @throws PortException if it cannot be sent, or the session is not open
     */
    void send(BfdSettings session, ByteBuffer packet);

    /** The next packet that waits, between the buffer's position and its limit; null if none does. */
    @Nullable
    Arrival receive(ByteBuffer into);

    @Override
    void close();
}
