package org.lvsdirector.check.stream;

import java.nio.ByteBuffer;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.check.schedule.Prober;
import org.lvsdirector.check.socket.SocketTry;

/** A conversation over a socket. Reads one buffer full each time it is ready, so that no server can keep the others waiting. */
final class StreamTry extends SocketTry {
    private final Conversation conversation;
    /** Shared with all tries of the engine; empty between two uses. */
    private final ByteBuffer buffer;

    private boolean connected;
    /** What the kernel did not take yet. */
    private ByteBuffer unsent = Turn.listen().toSend();

    StreamTry(Conversation conversation, Prober.Outcome outcome, ByteBuffer buffer) {
        super(outcome);
        this.conversation = conversation;
        this.buffer = buffer;
    }

    @Override
    protected void ready(ProbeSocket open) throws ProbeException {
        if (!connected) {
            connected = open.finishConnect();
            if (connected) {
                take(open, conversation.begin());
            }
        } else if (unsent.hasRemaining()) {
            flush(open);
        } else {
            read(open);
        }
    }

    private void read(ProbeSocket open) throws ProbeException {
        buffer.clear();
        int count = open.read(buffer);
        if (count < 0) {
            take(open, conversation.ended());
        } else if (count == 0) {
            open.awaitReadable();
        } else {
            take(open, conversation.received(buffer.flip()));
        }
    }

    private void take(ProbeSocket open, Turn turn) throws ProbeException {
        outcome.progressed();
        unsent = turn.toSend();
        Cause verdict = turn.verdict();
        if (verdict == null) {
            flush(open);
            return;
        }
        if (unsent.hasRemaining()) {
            send(open);
        }
        end(verdict, turn.detail());
    }

    private void flush(ProbeSocket open) throws ProbeException {
        if (unsent.hasRemaining()) {
            send(open);
        }
        if (unsent.hasRemaining()) {
            open.awaitWritable();
        } else {
            open.awaitReadable();
        }
    }

    private void send(ProbeSocket open) throws ProbeException {
        buffer.clear();
        int count = Math.min(buffer.remaining(), unsent.remaining());
        buffer.put(unsent.slice().limit(count)).flip();
        open.write(buffer);
        unsent.position(unsent.position() + buffer.position());
    }
}
