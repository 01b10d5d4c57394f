package org.lvsdirector.control.link;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
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

    private static final Object END = new Object();
    private static final int BUFFER_BYTES = 64 * 1024;
    /** The status of a hundred thousand real servers takes seconds where the machine is slow. */
    private static final long FINISH_MILLIS = 60_000;

    private final UnixSocketChannel channel;
    private final ChannelInput input;
    private @Nullable JsonParser parser;
    private final BlockingQueue<Object> outgoing = new LinkedBlockingQueue<>();
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

    /**
     * Sends a value, or a line that {@link #encode} made earlier, some time soon. After the connection has failed it is dropped; the reading
     * side learns of that.
     *
     * @param value must not change any more: another thread writes it, piece by piece, since some are larger than the rest of the process
     */
    public void send(Object value) {
        outgoing.add(value);
    }

    /** A value as it travels, its line end included. */
    public static byte[] encode(Object value) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        Json.mapper().writeValue(line, value);
        line.write('\n');
        return line.toByteArray();
    }

    /** Sends what is still to be sent, as long as the peer takes it and for a minute at most, then closes. */
    public void finish() throws IOException {
        outgoing.add(END);
        try {
            writer.join(FINISH_MILLIS);
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
        try (OutputStream out = new BufferedOutputStream(new ChannelOutput(channel), BUFFER_BYTES)) {
            for (Object next = outgoing.take(); next != END; next = outgoing.take()) {
                if (next instanceof byte[] line) {
                    out.write(line);
                } else {
                    Json.mapper().writeValue(out, next);
                    out.write('\n');
                }
                if (outgoing.isEmpty()) {
                    out.flush();
                }
            }
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a message cannot be written as JSON", bug);
        } catch (IOException peerGone) {
            outgoing.clear();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
