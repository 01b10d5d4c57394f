package org.lvsdirector.check.http;

import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.check.schedule.KindOfProber;
import org.lvsdirector.check.stream.Conversation;
import org.lvsdirector.check.stream.Streams;
import org.lvsdirector.check.tls.TlsClients;
import org.lvsdirector.check.tls.UnusableTlsException;

/** Does the tries of {@code HTTP_GET} and {@code SSL_GET}. */
public final class HttpProber extends KindOfProber<HttpProbe> {
    private final Streams streams;
    private final TlsClients tls = new TlsClients();

    public HttpProber(Streams streams) {
        super(HttpProbe.class);
        this.streams = streams;
    }

    @Override
    protected Try start(CheckSpec spec, HttpProbe probe, int stage, Outcome outcome) {
        HttpUrl url = probe.urls().get(stage);
        Conversation plain = new HttpConversation(probe.version(), url);
        HttpProbe.Encryption encryption = probe.encryption();
        if (encryption == null) {
            return streams.start(probe.connect(), plain, outcome);
        }
        try {
            String peer = probe.connect().address().getHostAddress();
            Conversation secret = tls.inside(plain, encryption, peer, url.serverName());
            return streams.start(probe.connect(), secret, outcome);
        } catch (UnusableTlsException e) {
            outcome.ended(CheckResult.Cause.LOCAL_OTHER, String.valueOf(e.getMessage()));
            return () -> {};
        }
    }
}
