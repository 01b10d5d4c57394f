package org.lvsdirector.check.datagram;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.check.schedule.Prober;
import org.lvsdirector.check.stream.Turn;

/** A question over a socket. */
final class DatagramTry implements Prober.Try {
    private final Question question;
    private final Prober.Outcome outcome;
    /** Shared with all tries of the engine; empty between two uses. */
    private final ByteBuffer buffer;

    private @Nullable ProbeSocket socket;

    DatagramTry(Question question, Prober.Outcome outcome, ByteBuffer buffer) {
        this.question = question;
        this.outcome = outcome;
        this.buffer = buffer;
    }

    void open(Datagrams.Opener opener, ConnectOptions options) {
        try {
            ProbeSocket opened = opener.open(options, this::ready);
            socket = opened;
            buffer.clear();
            opened.write(buffer.put(question.datagram()).flip());
            opened.awaitReadable();
        } catch (ProbeException e) {
            end(e.failure(), e.detail());
        }
    }

    private void ready() {
        ProbeSocket open = socket;
        if (open == null) {
            return;
        }
        try {
            buffer.clear();
            int count = open.read(buffer);
            Turn turn = count > 0 ? question.answered(buffer.flip()) : Turn.listen();
            Cause verdict = turn.verdict();
            if (verdict == null) {
                open.awaitReadable();
            } else {
                end(verdict, turn.detail());
            }
        } catch (ProbeException e) {
            end(e.failure(), e.detail());
        }
    }

    private void end(Cause cause, String detail) {
        cancel();
        outcome.ended(cause, detail);
    }

    @Override
    public void cancel() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
