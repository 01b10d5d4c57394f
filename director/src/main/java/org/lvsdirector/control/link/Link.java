package org.lvsdirector.control.link;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import jnr.unixsocket.UnixSocketChannel;
import jnr.unixsocket.UnixSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection that carries JSON values, one a line. Sending never waits: a thread of its own writes, so a peer that is stuck
 * stops nobody. Reading waits and belongs to one thread.
 */
public final class Link implements Closeable {
    /** A request is a few words. */
    private static final long REQUEST_LIMIT = 64 * 1024;

    private static final byte[] END = {};

    private final UnixSocketChannel channel;
    private final ChannelInput input;
    private @Nullable JsonParser parser;
    private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
    private final Thread writer;

    public Link(UnixSocketChannel channel, String name) throws IOException {
        this.channel = channel;
        this.input = new ChannelInput(channel, REQUEST_LIMIT);
        this.writer = new Thread(this::writeAll, "send-" + name);
        writer.setDaemon(true);
        writer.start();
    }

    /** Who is at the other end, from the kernel. */
    public Peer peer() throws IOException {
        var credentials = channel.getOption(UnixSocketOptions.SO_PEERCRED);
        return new Peer(credentials.getPid(), credentials.getUid());
    }

    /** The peer is one of our own processes: it may send more than a request. */
    public void trust() {
        input.trust();
    }

    /**
     * Waits for the next value.
     *
     * @return empty when the peer has closed its end
     * @throws IOException if what came is not a {@code type}, or the connection failed; the link is of no use then
     */
    public <T> Optional<T> receive(Class<T> type) throws IOException {
        if (parser == null) {
            // Not before: jackson reads the first bytes to find out the encoding.
            parser = Json.mapper().createParser(input);
        }
        JsonToken token = parser.nextToken();
        if (token == null) {
            return Optional.empty();
        }
        if (token != JsonToken.START_OBJECT) {
            throw new IOException("the peer sent something that is no message");
        }
        return Optional.of(parser.readValueAs(type));
    }

    /** Sends a value some time soon. After the connection has failed it is dropped; the reading side learns of that. */
    public void send(Object value) {
        try {
            send(encode(value));
        } catch (IOException bug) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), bug);
        }
    }

    /** Sends a line that {@link #encode} made earlier. */
    public void send(byte[] line) {
        outgoing.add(line);
    }

    /** A value as it travels, its line end included. */
    public static byte[] encode(Object value) throws IOException {
        byte[] json = Json.mapper().writeValueAsBytes(value);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    /** Sends what is still to be sent, for a little while, then closes. */
    public void finish() throws IOException {
        outgoing.add(END);
        try {
            writer.join(1000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Closes at once; a thread that waits in {@link #receive} returns. */
    @Override
    public void close() throws IOException {
        outgoing.add(END);
        // close(2) alone does not wake a thread in read(2).
        if (channel.isOpen()) {
            try {
                channel.shutdownInput();
                channel.shutdownOutput();
            } catch (IOException alreadyGone) {
                channel.close();
                return;
            }
            channel.close();
        }
    }

    private void writeAll() {
        try {
            for (byte[] line = outgoing.take(); line != END; line = outgoing.take()) {
                ByteBuffer rest = ByteBuffer.wrap(line);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
        } catch (IOException peerGone) {
            outgoing.clear();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
