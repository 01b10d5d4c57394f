package org.lvsdirector.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.HttpProbe.Encryption;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.config.syntax.SourcePlace;

/** A check of a real server: what every kind shares, and a record for each kind. */
public sealed interface CheckerConfig {

    /** Where and when to check. */
    CheckOptions options();

    /** The checker's opening word. */
    SourcePlace place();

    /** {@code TCP_CHECK}: a connection that is accepted. */
    record Tcp(CheckOptions options, SourcePlace place) implements CheckerConfig {}

    /**
     * {@code HTTP_GET} and {@code SSL_GET}: URLs that are answered as they should be.
     *
     * @param encryption null to speak plainly
     * @param urls at least one
     * @param fastRecovery asks for all of them at once while it is not up
     */
    record Http(
            CheckOptions options,
            @Nullable Encryption encryption,
            HttpProbe.Version version,
            List<HttpUrl> urls,
            boolean fastRecovery,
            SourcePlace place)
            implements CheckerConfig {
        public Http {
            urls = List.copyOf(urls);
        }
    }
}
