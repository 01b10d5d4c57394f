package org.lvsdirector.netlink;

import java.nio.ByteBuffer;

/**
 * The seam between the codec and the kernel: whole datagrams, out and in. {@link NetlinkSocket} is the real one; tests script a
 * kernel behind it. Failures are {@link org.lvsdirector.linux.LinuxException}s, {@code ENOBUFS} from {@link #receive} meaning that
 * datagrams were lost.
 */
public interface NetlinkTransport extends AutoCloseable {

    /** Longest datagram in bytes that {@link #send} takes. */
    int maxSendBytes();

    /** How many acknowledgements can wait to be read before the kernel drops one. */
    int maxPendingReplies();

    /** Sends one datagram: the direct buffer from position to limit. The kernel has handled all of it when this returns. */
    void send(ByteBuffer datagram);

    /**
     * Receives one datagram into the direct buffer, from its position on.
     *
     * @param timeoutNanos how long to wait for one; 0 to only look
     * @return false if none came in time
     */
    boolean receive(ByteBuffer buffer, long timeoutNanos);

    @Override
    void close();
}
