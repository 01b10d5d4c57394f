package org.lvsdirector.check.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A TLS server in memory, which answers the first thing that it hears. */
final class TlsPeer {
    private static final int ROOM = 1 << 20;

    private final SSLEngine engine;
    private final ByteBuffer answer;
    private final ByteBuffer in = ByteBuffer.allocate(ROOM);
    private final StringBuilder heard = new StringBuilder();
    private boolean leaves;
    private @Nullable Random tamper;

    TlsPeer(SSLContext context, String answer) {
        this.engine = context.createSSLEngine();
        this.engine.setUseClientMode(false);
        this.answer = ByteBuffer.wrap(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Insists on a certificate of the other side. */
    TlsPeer wantingCertificate() {
        engine.setNeedClientAuth(true);
        return this;
    }

    /** Says farewell after the answer. */
    TlsPeer leaving() {
        leaves = true;
        return this;
    }

    /** Changes a byte of some of what it sends. */
    TlsPeer tampering(Random random) {
        tamper = random;
        return this;
    }

    String heard() {
        return heard.toString();
    }

    /** Takes in bytes and gives back what it says to them; nothing once it is at a loss. */
    ByteBuffer exchange(ByteBuffer bytes) {
        in.put(bytes);
        ByteBuffer out = ByteBuffer.allocate(ROOM);
        try {
            run(out);
        } catch (SSLException brokenOff) {
            return ByteBuffer.allocate(0);
        }
        out.flip();
        if (tamper != null && out.hasRemaining() && tamper.nextBoolean()) {
            out.put(tamper.nextInt(out.remaining()), (byte) tamper.nextInt());
        }
        return out;
    }

    private void run(ByteBuffer out) throws SSLException {
        ByteBuffer plain = ByteBuffer.allocate(ROOM);
        boolean more = true;
        while (more) {
            HandshakeStatus status = engine.getHandshakeStatus();
            if (status == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            } else if (status == HandshakeStatus.NEED_WRAP) {
                more = engine.wrap(ByteBuffer.allocate(0), out).bytesProduced() > 0;
            } else if (heard.length() > 0 && answer.hasRemaining()) {
                engine.wrap(answer, out);
                if (leaves && !answer.hasRemaining()) {
                    engine.closeOutbound();
                }
            } else {
                in.flip();
                SSLEngineResult result = engine.unwrap(in, plain);
                in.compact();
                heard.append(StandardCharsets.ISO_8859_1.decode(plain.flip()));
                plain.clear();
                more = result.bytesConsumed() > 0;
            }
        }
    }
}
