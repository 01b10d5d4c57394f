package org.lvsdirector.check.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.HttpProbe.Encryption;
import org.lvsdirector.check.TlsSettings;
import org.lvsdirector.check.stream.Conversation;
import org.lvsdirector.check.stream.Turn;

/** A conversation inside TLS, and the other side of it. */
final class Talk {
    private Talk() {}

    /** That one about a ping and a pong. */
    static Conversation ping(TlsClients clients, @Nullable String serverName, boolean orderlyClose)
            throws UnusableTlsException {
        return ping(clients, serverName, new Encryption(orderlyClose, TlsSettings.ANYBODY));
    }

    static Conversation ping(TlsClients clients, @Nullable String serverName, Encryption encryption)
            throws UnusableTlsException {
        return clients.inside(new Ping(), encryption, "192.0.2.1", serverName);
    }

    /** Says "ping", and is content when it hears "pong" in however many pieces. */
    private static final class Ping implements Conversation {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public Turn begin() {
            return Turn.say("ping");
        }

        @Override
        public Turn received(ByteBuffer bytes) {
            heard.append(StandardCharsets.ISO_8859_1.decode(bytes));
            return heard.toString().endsWith("pong") ? Turn.well() : Turn.listen();
        }

        @Override
        public Turn ended() {
            return Turn.failed(Cause.BROKEN, "ended after " + heard);
        }
    }

    /** Carries bytes between the two until a verdict, or until the server has nothing more to say. */
    static Turn between(Conversation client, TlsPeer server, int piece) {
        Turn turn = client.begin();
        while (turn.verdict() == null) {
            ByteBuffer answer = server.exchange(turn.toSend());
            if (!answer.hasRemaining()) {
                return client.ended();
            }
            turn = Turn.listen();
            ByteBuffer toServer = ByteBuffer.allocate(1 << 20);
            while (answer.hasRemaining() && turn.verdict() == null) {
                int count = Math.min(piece, answer.remaining());
                turn = client.received(answer.slice().limit(count));
                answer.position(answer.position() + count);
                if (turn.verdict() == null) {
                    toServer.put(turn.toSend());
                }
            }
            turn = turn.verdict() == null ? Turn.say(toServer.flip()) : turn;
        }
        return turn;
    }
}
