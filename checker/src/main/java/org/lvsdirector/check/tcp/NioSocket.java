package org.lvsdirector.check.tcp;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;

/** A probe's socket over the JDK's channel. */
final class NioSocket implements ProbeSocket {
    private final SocketChannel channel;
    private @Nullable ReadyHandler handler;
    private @Nullable SelectionKey key;

    NioSocket(SocketChannel channel) {
        this.channel = channel;
    }

    void register(Selector selector, ReadyHandler readyHandler) throws ProbeException {
        handler = readyHandler;
        key = NioFailures.local(() -> channel.register(selector, SelectionKey.OP_CONNECT, this));
    }

    /** Runs the handler: once for each time that it asked for it. */
    void signal() {
        if (handler != null && key != null) {
            key.interestOps(0);
            handler.ready();
        }
    }

    @Override
    public boolean finishConnect() throws ProbeException {
        boolean finished = NioFailures.remote(channel::finishConnect);
        if (!finished) {
            watchFor(SelectionKey.OP_CONNECT);
        }
        return finished;
    }

    private void watchFor(int operation) {
        if (key != null && key.isValid()) {
            key.interestOpsOr(operation);
        }
    }

    @Override
    public int read(ByteBuffer buffer) throws ProbeException {
        return NioFailures.remote(() -> channel.read(buffer));
    }

    @Override
    public void write(ByteBuffer buffer) throws ProbeException {
        NioFailures.remote(() -> channel.write(buffer));
    }

    @Override
    public void awaitReadable() {
        watchFor(SelectionKey.OP_READ);
    }

    @Override
    public void awaitWritable() {
        watchFor(SelectionKey.OP_WRITE);
    }

    @Override
    public void resetOnClose() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // Only a socket that is no more refuses this, and then nothing is left to reset.
            return;
        }
    }

    @Override
    public void close() {
        handler = null;
        try {
            channel.close();
        } catch (IOException e) {
            // The descriptor is gone either way, and the result of the try is known: nothing to tell anybody.
            return;
        }
    }
}
