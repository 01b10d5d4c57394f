package org.lvsdirector.control.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.check.HttpUrl.StatusCodes;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.SmtpProbe;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.TlsSettings;
import org.lvsdirector.plan.Tables;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;

/**
 * {@code TCP_CHECK}, {@code HTTP_GET}, {@code SSL_GET} and {@code SMTP_CHECK} of nginx, Postfix and worse servers, in every state that a server
 * can be in.
 */
@Tag("netns")
class StreamStatesTest {
    private static final InetAddress SERVER = Tables.address("10.80.1.2");
    private static final InetAddress NOBODY = Tables.address("10.80.1.9");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long SOON = TimeUnit.SECONDS.toNanos(1);
    private static final int CLOSED = 1;
    private static final int DROPPED = 81;
    private static final String GOOD = "up ANSWERED";
    /** A reset may come before anybody looks at what was accepted; keepalived takes it so too. */
    private static final String ACCEPTED = "up ANSWERED|down BROKEN Connection reset by peer";

    private static final String REFUSED = "down REFUSED Connection refused";
    private static final String SILENT = "down TIMED_OUT no answer in time";
    private static final String ABSENT = "down UNREACHABLE No route to host";

    @RegisterExtension
    final Network network = Network.perTest();

    private final Host director = network.host("director");
    private final Host server = network.host("server");

    /** Kinds of checks that talk over a connection, with the port of the real server for each. */
    private enum Kind {
        TCP_CHECK(80),
        HTTP_GET(80),
        SSL_GET(443),
        SMTP_CHECK(25);

        private final int port;

        Kind(int port) {
            this.port = port;
        }

        Probe probe(InetAddress address, int at, long timeoutNanos, String path) {
            ConnectOptions connect = ConnectOptions.to(address, at, timeoutNanos);
            HttpUrl url = new HttpUrl(path, "h", null, List.of(StatusCodes.SUCCESSFUL), null, null);
            return switch (this) {
                case TCP_CHECK -> new TcpProbe(connect, TcpProbe.Closing.RESET);
                case HTTP_GET -> new HttpProbe(connect, null, HttpProbe.Version.HTTP_1_1, List.of(url), false);
                case SSL_GET ->
                    new HttpProbe(
                            connect,
                            new HttpProbe.Encryption(false, TlsSettings.ANYBODY),
                            HttpProbe.Version.HTTP_1_1,
                            List.of(url),
                            false);
                case SMTP_CHECK -> new SmtpProbe(connect, "director.example.org");
            };
        }
    }

    @Test
    void everyKindInEveryState() {
        Lan lan = network.lan("checks");
        director.plug(lan, "eth0", "10.80.1.1/24");
        server.plug(lan, "eth0", "10.80.1.2/24");
        WebServer.start(server);
        MailServer.start(server);
        for (int port : new int[] {80, 443, 25, 26}) {
            Await.until(
                    "port " + port,
                    Duration.ofNanos(PATIENCE),
                    () -> server.run("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + port)
                                    .exitCode()
                            == 0);
        }
        server.exec("iptables", "-A", "INPUT", "-p", "tcp", "--dport", Integer.toString(DROPPED), "-j", "DROP");
        try (FaultyServers faulty = new FaultyServers(server, SERVER)) {
            Trials trials = new Trials();
            for (Kind kind : Kind.values()) {
                add(trials, kind, "good", GOOD, kind.port, PATIENCE);
                add(trials, kind, "refused", REFUSED, CLOSED, PATIENCE);
                add(trials, kind, "silent", SILENT, DROPPED, SOON);
                trials.expect(kind + " absent", ABSENT, kind.probe(NOBODY, kind.port, PATIENCE, "/"));
            }
            accepted(trials, "half-open", faulty.halfOpen(), SOON, SILENT, SILENT, SILENT);
            accepted(
                    trials,
                    "reset",
                    faulty.resetting(),
                    PATIENCE,
                    "down BROKEN .*",
                    "down BROKEN .*",
                    "down BROKEN .*");
            accepted(
                    trials,
                    "garbage",
                    faulty.garbage(),
                    PATIENCE,
                    "down WRONG_ANSWER .*",
                    "down WRONG_ANSWER TLS: .*",
                    "down WRONG_ANSWER .*");
            accepted(trials, "stuck", faulty.stuck(), SOON, SILENT, "down WRONG_ANSWER TLS: .*", SILENT);
            wrongAndSlow(trials);
            trials.run(director);
        }
    }

    /** Good servers that say what they should not, or say it too late. */
    private static void wrongAndSlow(Trials trials) {
        for (Kind web : new Kind[] {Kind.HTTP_GET, Kind.SSL_GET}) {
            trials.expect(
                    web + " wrong",
                    "down WRONG_ANSWER HTTP status code 503",
                    web.probe(SERVER, web.port, PATIENCE, "/broken"));
            trials.expect(web + " slow", SILENT, web.probe(SERVER, web.port, SOON, "/slow"));
        }
        String stranger = "down WRONG_ANSWER .*";
        add(trials, Kind.SMTP_CHECK, "wrong", "down WRONG_ANSWER the greeting is: 5.*", 26, PATIENCE);
        add(trials, Kind.SMTP_CHECK, "slow", SILENT, 27, SOON);
        add(trials, Kind.HTTP_GET, "of a mail server", "down BROKEN the connection ended.*", 25, PATIENCE);
        add(trials, Kind.SSL_GET, "of a mail server", stranger, 25, PATIENCE);
        add(trials, Kind.SSL_GET, "of a plain web server", "down WRONG_ANSWER TLS: .*", 80, PATIENCE);
        add(
                trials,
                Kind.HTTP_GET,
                "of a web server inside TLS",
                "down WRONG_ANSWER HTTP status code 400",
                443,
                PATIENCE);
    }

    /** For servers that accept: enough for {@code TCP_CHECK}. */
    private static void accepted(
            Trials trials, String state, int port, long timeoutNanos, String http, String ssl, String smtp) {
        add(trials, Kind.TCP_CHECK, state, ACCEPTED, port, timeoutNanos);
        add(trials, Kind.HTTP_GET, state, http, port, timeoutNanos);
        add(trials, Kind.SSL_GET, state, ssl, port, timeoutNanos);
        add(trials, Kind.SMTP_CHECK, state, smtp, port, timeoutNanos);
    }

    private static void add(Trials trials, Kind kind, String state, String outcome, int port, long timeoutNanos) {
        trials.expect(kind + " " + state, outcome, kind.probe(SERVER, port, timeoutNanos, "/"));
    }
}
