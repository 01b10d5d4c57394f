package org.lvsdirector.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;

/**
 * Change events of the kernel, read without waiting. Poll the {@link NetlinkSocket} that has joined the groups, and {@link #drain}
 * when it is readable; a drain allocates nothing.
 */
public final class NetlinkEvents implements AutoCloseable {
    private static final int RECEIVE_BYTES = 64 * 1024;

    private final NetlinkTransport transport;
    private final ByteBuffer in = ByteBuffer.allocateDirect(RECEIVE_BYTES).order(ByteOrder.nativeOrder());
    private final NetlinkMessage message = new NetlinkMessage(in);

    /** @param transport a socket of its own: answers to requests are not told from events here */
    public NetlinkEvents(NetlinkTransport transport) {
        this.transport = transport;
    }

    /** Opens a socket in the network namespace of the calling thread that has joined groups by number. */
    public static NetlinkSocket subscribe(int protocol, int... groups) {
        NetlinkSocket socket = NetlinkSocket.open(protocol);
        try {
            for (int group : groups) {
                socket.join(group);
            }
            return socket;
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Hands over every event that has come.
     *
     * @return false if the kernel dropped some ({@code ENOBUFS}): the caller has to dump, as it no longer knows the present state
     */
    public boolean drain(MessageHandler handler) {
        boolean complete = true;
        while (true) {
            in.clear();
            try {
                if (!transport.receive(in, 0)) {
                    return complete;
                }
            } catch (LinuxException e) {
                if (e.errno() != Errno.ENOBUFS) {
                    throw new NetlinkException("read events", e);
                }
                complete = false;
                continue;
            }
            message.begin();
            while (message.next()) {
                handler.handle(message);
            }
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
