package org.lvsdirector.vrrp.linux;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.runtime.AdvertTransport;
import org.lvsdirector.vrrp.runtime.Endpoint;
import org.lvsdirector.vrrp.runtime.PortException;

/** Advertisements over raw sockets, one for each endpoint, in the network namespace of the thread that opens them. */
final class RawAdvertTransport implements AdvertTransport {
    private final LinuxWaiter waiter;
    private final List<AdvertSocket> sockets = new ArrayList<>();

    /** Place in {@link #sockets} of the one to read next. */
    private int next;

    RawAdvertTransport(LinuxWaiter waiter) {
        this.waiter = waiter;
    }

    @Override
    public void open(Endpoint endpoint) {
        close(endpoint);
        AdvertSocket socket = AdvertSocket.open(endpoint);
        sockets.add(socket);
        waiter.add(socket.socket());
    }

    @Override
    public void close(Endpoint endpoint) {
        AdvertSocket socket = find(endpoint);
        if (socket != null) {
            sockets.remove(socket);
            waiter.remove(socket.socket());
            socket.close();
            next = 0;
        }
    }

    @Override
    public void send(Endpoint endpoint, ByteBuffer datagram) {
        AdvertSocket socket = find(endpoint);
        if (socket == null) {
            throw new PortException("Cant send advert on " + endpoint.interfaceName() + " (interface not usable)");
        }
        socket.send(datagram);
    }

    @Override
    public @Nullable Endpoint receive(ByteBuffer into) {
        into.clear();
        while (next < sockets.size()) {
            AdvertSocket socket = sockets.get(next);
            if (socket.receive(into)) {
                into.flip();
                return socket.endpoint();
            }
            next++;
        }
        next = 0;
        return null;
    }

    private @Nullable AdvertSocket find(Endpoint endpoint) {
        for (int i = 0; i < sockets.size(); i++) { // few, and no iterator on the hot path
            if (sockets.get(i).endpoint().equals(endpoint)) {
                return sockets.get(i);
            }
        }
        return null;
    }

    @Override
    public void close() {
        for (AdvertSocket socket : sockets) {
            waiter.remove(socket.socket());
            socket.close();
        }
        sockets.clear();
    }
}
