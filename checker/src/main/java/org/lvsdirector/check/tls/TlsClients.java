package org.lvsdirector.check.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.stream.Conversation;

/** Wraps conversations into TLS. As in keepalived, any certificate will do: the question is who is alive, not who is who. */
public final class TlsClients {
    /** Room for the contents of one record; one conversation at a time uses it. */
    private static final int RECORD_BYTES = 17 * 1024;

    private final ByteBuffer plain = ByteBuffer.allocate(RECORD_BYTES);
    private @Nullable SSLContext context;

    /**
     * The conversation inside TLS.
     *
     * @param serverName named in the handshake, or null for none
     * @param orderlyClose whether TLS's own farewell is sent at the end
     */
    public Conversation inside(Conversation inner, @Nullable String serverName, boolean orderlyClose) {
        return new TlsConversation(inner, engine(serverName), plain, orderlyClose);
    }

    private SSLEngine engine(@Nullable String serverName) {
        SSLEngine engine = context().createSSLEngine();
        engine.setUseClientMode(true);
        if (serverName != null) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(serverName.getBytes(StandardCharsets.UTF_8))));
            engine.setSSLParameters(parameters);
        }
        return engine;
    }

    /** Made when first needed: it takes longer than all else at the start of a process that may never need it. */
    private SSLContext context() {
        SSLContext made = context;
        if (made == null) {
            try {
                made = SSLContext.getInstance("TLS");
                made.init(null, new TrustManager[] {new AnyCertificate()}, null);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java runtime has no TLS", e);
            }
            context = made;
        }
        return made;
    }
}
