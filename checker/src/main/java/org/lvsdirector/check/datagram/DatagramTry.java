package org.lvsdirector.check.datagram;

import java.nio.ByteBuffer;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.check.schedule.Prober;
import org.lvsdirector.check.socket.SocketTry;
import org.lvsdirector.check.stream.Turn;

/** A question over a socket. */
final class DatagramTry extends SocketTry {
    private final Question question;
    /** Shared with all tries of the engine; empty between two uses. */
    private final ByteBuffer buffer;

    DatagramTry(Question question, Prober.Outcome outcome, ByteBuffer buffer) {
        super(outcome);
        this.question = question;
        this.buffer = buffer;
    }

    @Override
    protected void opened(ProbeSocket open) throws ProbeException {
        buffer.clear();
        open.write(buffer.put(question.datagram()).flip());
        open.awaitReadable();
    }

    @Override
    protected void ready(ProbeSocket open) throws ProbeException {
        buffer.clear();
        int count = open.read(buffer);
        Turn turn = count > 0 ? question.answered(buffer.flip()) : Turn.listen();
        Cause verdict = turn.verdict();
        if (verdict == null) {
            open.awaitReadable();
        } else {
            end(verdict, turn.detail());
        }
    }
}
