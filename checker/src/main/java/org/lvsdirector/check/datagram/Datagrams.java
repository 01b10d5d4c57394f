package org.lvsdirector.check.datagram;

import java.nio.ByteBuffer;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.check.schedule.Prober;

/** Asks questions over sockets of one sort. All of one engine share one of these, and with it a buffer, since only one reads at a time. */
public final class Datagrams {
    /** The longest that a UDP datagram can be. */
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Opener opener;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    public Datagrams(Opener opener) {
        this.opener = opener;
    }

    /** Opens a socket that hears one address alone. */
    @FunctionalInterface
    public interface Opener {
        ProbeSocket open(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException;
    }

    /** Asks, and waits for an answer. */
    public Prober.Try start(ConnectOptions options, Question question, Prober.Outcome outcome) {
        DatagramTry attempt = new DatagramTry(question, outcome, buffer);
        attempt.open(handler -> opener.open(options, handler));
        return attempt;
    }
}
