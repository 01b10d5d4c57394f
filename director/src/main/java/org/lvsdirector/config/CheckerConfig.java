package org.lvsdirector.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.DnsProbe;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.HttpProbe.Encryption;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.check.UdpProbe.Reply;
import org.lvsdirector.config.syntax.SourcePlace;

/** A check of a real server: what every kind shares, and a record for each kind. */
public sealed interface CheckerConfig {

    /** Where and when to check. */
    CheckOptions options();

    /** Whether it asks the service's address too, on the way of clients' packets. */
    default boolean vipCheck() {
        return false;
    }

    /** The checker's opening word. */
    SourcePlace place();

    /**
     * {@code TCP_CHECK}: a connection that is accepted.
     *
     * @param vipCheck asks the service's address too, on the way of clients' packets
     */
    record Tcp(CheckOptions options, boolean vipCheck, SourcePlace place) implements CheckerConfig {}

    /**
     * {@code HTTP_GET} and {@code SSL_GET}: URLs that are answered as they should be.
     *
     * @param encryption null to speak plainly
     * @param urls at least one
     * @param fastRecovery asks for all of them at once while it is not up
     * @param vipCheck asks the service's address too, on the way of clients' packets
     */
    record Http(
            CheckOptions options,
            @Nullable Encryption encryption,
            HttpProbe.Version version,
            List<HttpUrl> urls,
            boolean fastRecovery,
            boolean vipCheck,
            SourcePlace place)
            implements CheckerConfig {
        public Http {
            urls = List.copyOf(urls);
        }
    }

    /**
     * {@code SMTP_CHECK}: a mail server that greets.
     *
     * @param helloName how we introduce ourselves
     */
    record Smtp(CheckOptions options, String helloName, SourcePlace place) implements CheckerConfig {}

    /**
     * {@code UDP_CHECK}: a datagram that is answered, or at least not refused.
     *
     * @param payload what is sent, in hexadecimal digits; null for something random
     * @param reply what must come back; null where silence will do
     */
    record Udp(
            CheckOptions options,
            @Nullable String payload,
            @Nullable Reply reply,
            SourcePlace place) implements CheckerConfig {}

    /** {@code DNS_CHECK}: a question that is answered without an error. */
    record Dns(CheckOptions options, DnsProbe.Type type, String name, SourcePlace place) implements CheckerConfig {}

    /**
     * {@code MISC_CHECK}: a command that succeeds.
     *
     * @param options of which only those that say when to check mean anything
     * @param timeout until it is ended
     * @param dynamic whether its exit status may set the real server's weight
     */
    record Misc(CheckOptions options, ScriptCommand command, Duration timeout, boolean dynamic, SourcePlace place)
            implements CheckerConfig {}

    /**
     * {@code FILE_CHECK}: the number in a file.
     *
     * @param file name of a {@link TrackFileConfig}
     * @param weight what its number is multiplied by; 0: any number but 0 is a failure
     */
    record File(CheckOptions options, String file, int weight, boolean reverse, SourcePlace place)
            implements CheckerConfig {}

    /**
     * {@code BFD_CHECK}: a session that is up.
     *
     * @param session name of a {@link BfdConfig}
     */
    record Bfd(CheckOptions options, String session, SourcePlace place) implements CheckerConfig {}

    /** {@code PING_CHECK}: an echo request that is answered. */
    record Ping(CheckOptions options, SourcePlace place) implements CheckerConfig {}
}
