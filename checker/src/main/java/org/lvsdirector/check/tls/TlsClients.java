package org.lvsdirector.check.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.HttpProbe.Encryption;
import org.lvsdirector.check.TlsSettings;
import org.lvsdirector.check.stream.Conversation;

/** Wraps conversations into TLS. */
public final class TlsClients {
    /** Room for the contents of one record; one conversation at a time uses it. */
    private static final int RECORD_BYTES = 17 * 1024;

    private final ByteBuffer plain = ByteBuffer.allocate(RECORD_BYTES);
    private final TlsContexts contexts = new TlsContexts();

    /**
     * The conversation inside TLS.
     *
     * @param peer the address asked, which a certificate may be for where the handshake names nobody
     * @param serverName named in the handshake, or null for none
     * @throws UnusableTlsException if a file that the settings name cannot be used
     */
    public Conversation inside(Conversation inner, Encryption encryption, String peer, @Nullable String serverName)
            throws UnusableTlsException {
        SSLEngine engine =
                contexts.of(encryption.settings()).createSSLEngine(serverName == null ? peer : serverName, -1);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        // Without this the engine would name its peer where that is a host.
        parameters.setServerNames(
                serverName == null ? List.of() : List.of(new SNIHostName(serverName.getBytes(StandardCharsets.UTF_8))));
        if (encryption.settings().proof() == TlsSettings.Proof.NAME) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        engine.setSSLParameters(parameters);
        return new TlsConversation(inner, engine, plain, encryption.orderlyClose());
    }
}
