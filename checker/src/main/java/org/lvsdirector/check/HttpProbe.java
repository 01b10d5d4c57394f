package org.lvsdirector.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code HTTP_GET} and {@code SSL_GET}: each URL must be answered as it should be. One try asks for one URL, over a connection of its own.
 *
 * @param urls at least one, tried in this order
 * @param encryption null to speak plainly
 * @param fastRecovery goes from URL to URL without waiting while it is not up
 */
public record HttpProbe(
        ConnectOptions connect,
        @Nullable Encryption encryption,
        Version version,
        List<HttpUrl> urls,
        boolean fastRecovery)
        implements StreamProbe {
    public HttpProbe {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("a check of a web server needs a URL");
        }
    }

    /**
     * TLS.
     *
     * @param orderlyClose whether TLS's own farewell is sent at the end; {@code tls_compliant}
     * @param settings who we are in it, and whom we believe
     */
    public record Encryption(boolean orderlyClose, TlsSettings settings) {}

    /** What the request claims to speak. */
    public enum Version {
        /** HTTP/1.0. */
        HTTP_1_0,
        /** HTTP/1.0 that asks the server to close, for those that would keep the connection. */
        HTTP_1_0_CLOSE,
        /** HTTP/1.1, asking to close. */
        HTTP_1_1
    }

    @Override
    public HttpProbe over(ConnectOptions other) {
        return new HttpProbe(other, encryption, version, urls, fastRecovery);
    }

    @Override
    public String keyword() {
        return encryption == null ? "HTTP_GET" : "SSL_GET";
    }

    @Override
    public String transport() {
        return "tcp";
    }

    @Override
    public Stages stages() {
        return new Stages(urls.size(), fastRecovery);
    }

    @Override
    public String passed(String server) {
        return "Remote Web server " + server + " succeed on service.";
    }

    @Override
    public String failed(String server) {
        return "HTTP_CHECK on service " + server + " failed";
    }

    @Override
    public String tryFailed(String server, CheckResult result) {
        return "Remote Web server " + server + " failed: " + result.detail() + ".";
    }

    @Override
    public String stagePassed(int stage, String server) {
        HttpUrl url = urls.get(stage);
        return url.proof() + " success to " + server + " url(" + url.path() + ")";
    }
}
