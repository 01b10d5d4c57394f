package org.lvsdirector.check.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.stream.Conversation;
import org.lvsdirector.check.stream.Turn;

/**
 * A conversation inside TLS: to the outside it is one about records, to the one inside it carries plain bytes. The engine's longer work, a
 * few milliseconds for each handshake, is done where it comes up.
 */
final class TlsConversation implements Conversation {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Conversation inner;
    private final SSLEngine engine;
    /** Shared with other conversations; empty between two calls. */
    private final ByteBuffer plain;

    private final boolean orderlyClose;
    /** The beginning of a record that is not complete yet, from 0 to position. */
    private ByteBuffer received = ByteBuffer.allocate(0);

    private boolean begun;

    TlsConversation(Conversation inner, SSLEngine engine, ByteBuffer plain, boolean orderlyClose) {
        this.inner = inner;
        this.engine = engine;
        this.plain = plain;
        this.orderlyClose = orderlyClose;
    }

    @Override
    public Turn begin() {
        try {
            engine.beginHandshake();
            return proceed();
        } catch (SSLException e) {
            return failed(e);
        }
    }

    @Override
    public Turn received(ByteBuffer bytes) {
        ByteBuffer all = ByteBuffer.allocate(received.position() + bytes.remaining());
        received = all.put(received.flip()).put(bytes);
        try {
            return proceed();
        } catch (SSLException e) {
            return failed(e);
        }
    }

    /** Servers that end the connection without TLS's farewell are many; what they have said counts. */
    @Override
    public Turn ended() {
        return begun ? inner.ended() : Turn.failed(Cause.BROKEN, "the connection ended during the TLS handshake");
    }

    private Turn failed(SSLException e) {
        return Turn.failed(Cause.WRONG_ANSWER, "TLS: " + e.getMessage());
    }

    /** Goes on until more must come from the other side, or there is a verdict. */
    private Turn proceed() throws SSLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Turn turn = Turn.listen();
        boolean more = true;
        while (more && turn.verdict() == null) {
            HandshakeStatus status = engine.getHandshakeStatus();
            if (status == HandshakeStatus.NEED_TASK) {
                runTasks();
            } else if (status == HandshakeStatus.NEED_WRAP) {
                more = wrap(NOTHING, out);
            } else if (status == HandshakeStatus.NOT_HANDSHAKING && !begun) {
                begun = true;
                turn = heard(inner.begin(), out);
            } else {
                received.flip();
                Unwrapped next = unwrap();
                received.compact();
                more = next.more();
                if (next.ended() || plain.position() > 0) {
                    Turn answer = next.ended() ? ended() : inner.received(plain.flip());
                    turn = heard(answer, out);
                }
                plain.clear();
            }
        }
        return turn.with(ByteBuffer.wrap(out.toByteArray()));
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    /** @param more whether there is something else to do before bytes come */
    private record Unwrapped(boolean more, boolean ended) {}

    private Unwrapped unwrap() throws SSLException {
        plain.clear();
        SSLEngineResult result = engine.unwrap(received, plain);
        boolean closed = result.getStatus() == Status.CLOSED;
        boolean waiting = result.getStatus() == Status.BUFFER_UNDERFLOW;
        return new Unwrapped(!closed && !waiting, closed);
    }

    /** Sends what the one inside has to say, and the farewell if that was all. */
    private Turn heard(Turn turn, ByteArrayOutputStream out) throws SSLException {
        ByteBuffer said = turn.toSend().duplicate();
        while (said.hasRemaining() && wrap(said, out)) {
            // One record at a time.
        }
        if (turn.verdict() != null && orderlyClose) {
            engine.closeOutbound();
            wrap(NOTHING, out);
        }
        return turn;
    }

    /** False when nothing more can be sent. */
    private boolean wrap(ByteBuffer bytes, ByteArrayOutputStream out) throws SSLException {
        ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(bytes, packet);
        out.write(packet.array(), 0, packet.position());
        return result.bytesProduced() > 0 || result.getStatus() != Status.CLOSED;
    }
}
