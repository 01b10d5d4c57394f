package org.lvsdirector.control.client;

import com.fasterxml.jackson.core.JsonParser;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.lvsdirector.control.link.Json;
import org.lvsdirector.control.link.Link;
import org.lvsdirector.control.message.Reply;
import org.lvsdirector.control.message.Request;

/** One request to a running director. It uses the JDK's own sockets: loading jnr's takes longer than most commands. */
public final class ControlClient implements Closeable {
    private final SocketChannel channel;

    private ControlClient(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Connects to the director that listens there.
     *
     * @throws IOException if none does, or this user may not talk to it
     */
    public static ControlClient connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new ControlClient(channel);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    /** Sends the request and waits for the reply; once in the life of a client. */
    public Reply ask(Request request) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(Link.encode(request));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        JsonParser parser = Json.mapper().createParser(Channels.newInputStream(channel));
        if (parser.nextToken() == null) {
            throw new IOException("the director closed the connection without an answer");
        }
        return parser.readValueAs(Reply.class);
    }

    /** Waits until the director closes the connection, after {@link Request.Stop} when it has stopped. */
    public void awaitEnd() throws IOException {
        ByteBuffer rest = ByteBuffer.allocate(1);
        while (channel.read(rest) >= 0) {
            rest.clear();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
