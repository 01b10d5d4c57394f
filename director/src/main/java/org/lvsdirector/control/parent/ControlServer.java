package org.lvsdirector.control.parent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import jnr.unixsocket.UnixServerSocketChannel;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import org.lvsdirector.control.link.Link;
import org.lvsdirector.control.link.Peer;
import org.lvsdirector.control.message.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The control socket: takes connections of root and of the director's own user, and reads the first line of each. */
final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private static final long PAUSE_NANOS = 100_000_000L;

    /** Told of each request, on a thread of that connection, which then belongs to the handler. */
    interface Handler {
        void handle(Request request, Link link, Peer peer) throws IOException;
    }

    private final Path path;
    private final int ownUid;
    private final Handler handler;
    private final UnixServerSocketChannel server;

    /** Opens the socket, in place of one that a dead director left. */
    ControlServer(Path path, int ownUid, Handler handler) throws IOException {
        this.path = path;
        this.ownUid = ownUid;
        this.handler = handler;
        Files.deleteIfExists(path);
        server = UnixServerSocketChannel.open();
        server.socket().bind(new UnixSocketAddress(new File(path.toString())));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        start("accept", this::acceptAll);
    }

    /** Where clients connect. */
    Path path() {
        return path;
    }

    private void acceptAll() {
        while (server.isOpen()) {
            try {
                UnixSocketChannel channel = server.accept();
                if (channel != null) {
                    start("connection", () -> serve(channel));
                }
            } catch (IOException failure) {
                if (server.isOpen()) {
                    LOG.warn("Control socket {}: {}", path, failure.getMessage());
                    // Out of descriptors, most likely: that passes, and clients wait in the socket's queue.
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private void serve(UnixSocketChannel channel) {
        try {
            Link link = new Link(channel, "peer");
            try {
                Peer peer = link.peer();
                if (peer.uid() != 0 && peer.uid() != ownUid) {
                    LOG.warn("Control socket: process {} of user {} turned away", peer.pid(), peer.uid());
                    return;
                }
                Optional<Request> request = link.receive(Request.class);
                if (request.isPresent()) {
                    handler.handle(request.get(), link, peer);
                }
            } finally {
                link.finish();
            }
        } catch (IOException broken) {
            LOG.debug("Control socket: {}", broken.getMessage());
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        server.close();
    }
}
