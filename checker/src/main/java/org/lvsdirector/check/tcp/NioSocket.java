package org.lvsdirector.check.tcp;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;

/** A probe's socket over the JDK's channel. */
final class NioSocket implements ProbeSocket {
    private final SelectableChannel channel;
    /** The same channel. */
    private final ByteChannel bytes;

    private @Nullable ReadyHandler handler;
    private @Nullable SelectionKey key;

    private NioSocket(SelectableChannel channel, ByteChannel bytes) {
        this.channel = channel;
        this.bytes = bytes;
    }

    static NioSocket of(SocketChannel channel) {
        return new NioSocket(channel, channel);
    }

    static NioSocket of(DatagramChannel channel) {
        return new NioSocket(channel, channel);
    }

    /** @param operations what the handler is told of first */
    void register(Selector selector, int operations, ReadyHandler readyHandler) throws ProbeException {
        handler = readyHandler;
        key = NioFailures.local(() -> channel.register(selector, operations, this));
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
        if (!(channel instanceof SocketChannel connecting)) {
            return true;
        }
        boolean finished = NioFailures.remote(connecting::finishConnect);
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
        return NioFailures.remote(() -> bytes.read(buffer));
    }

    @Override
    public void write(ByteBuffer buffer) throws ProbeException {
        NioFailures.remote(() -> bytes.write(buffer));
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
            if (channel instanceof SocketChannel stream) {
                stream.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
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
