package org.lvsdirector.control.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Reads a channel as a stream, and refuses to read on past a limit until the peer is trusted with more. {@code Channels.newInputStream} would
 * hold the channel's lock while it waits, and keep the writing side out.
 */
final class ChannelInput extends InputStream {
    private final ReadableByteChannel channel;
    private long allowance;

    ChannelInput(ReadableByteChannel channel, long limit) {
        this.channel = channel;
        this.allowance = limit;
    }

    /** From now on the peer may send as much as it likes. */
    void trust() {
        allowance = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (allowance <= 0) {
            throw new IOException("the peer sends more than a request can be");
        }
        int count = channel.read(ByteBuffer.wrap(buffer, offset, (int) Math.min(length, allowance)));
        allowance -= Math.max(count, 0);
        return count <= 0 ? -1 : count;
    }
}
