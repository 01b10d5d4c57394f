package org.lvsdirector.check.stream;

import java.nio.ByteBuffer;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.ProbeSockets;
import org.lvsdirector.check.schedule.Prober;

/** Starts conversations over sockets. All of one engine share one of these, and with it a buffer, since only one reads at a time. */
public final class Streams {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final ProbeSockets sockets;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    public Streams(ProbeSockets sockets) {
        this.sockets = sockets;
    }

    /** Connects, and has the conversation. */
    public Prober.Try start(ConnectOptions options, Conversation conversation, Prober.Outcome outcome) {
        StreamTry attempt = new StreamTry(conversation, outcome, buffer);
        attempt.open(handler -> sockets.connectTcp(options, handler));
        return attempt;
    }
}
