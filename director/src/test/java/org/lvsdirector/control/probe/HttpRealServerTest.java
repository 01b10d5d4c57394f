package org.lvsdirector.control.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.check.BodyPattern;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.HttpProbe.Version;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.check.HttpUrl.StatusCodes;
import org.lvsdirector.check.TlsSettings;
import org.lvsdirector.plan.Tables;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** {@code HTTP_GET} and {@code SSL_GET} of an nginx on another machine, with the digest that keepalived's own tool finds. */
@Tag("netns")
class HttpRealServerTest {
    private static final InetAddress SERVER = Tables.address("10.78.1.2");
    private static final String CONFIGURATION = """
            pid /run/nginx.pid;
            worker_processes 1;
            error_log /run/nginx.log;
            events { }
            http {
                access_log off;
                default_type text/plain;
                server {
                    listen 80;
                    listen [2001:db8:78::2]:80;
                    location / { return 200 "the default host\\n"; }
                    location /moved { return 302 /; }
                    location /broken { return 503; }
                    location /closed { return 444; }
                }
                ssl_certificate /run/default.pem;
                ssl_certificate_key /run/default.key;
                server {
                    listen 443 ssl default_server;
                    ssl_protocols TLSv1.2 TLSv1.3;
                    location / { return 200 "the default host, $ssl_protocol, named '$ssl_server_name'\n"; }
                }
                server {
                    listen 444 ssl;
                    ssl_protocols TLSv1.2;
                    location / { return 200 "the old host, $ssl_protocol\n"; }
                }
                server {
                    listen 80;
                    server_name www.example.org;
                    location / { return 200 "example of 1000 pages\\n"; }
                }
            }
            """;

    @RegisterExtension
    final Network network = Network.perTest();

    private final Host director = network.host("director");

    private Running nginx() {
        Lan lan = network.lan("checks");
        director.plug(lan, "eth0", "10.78.1.1/24", "2001:db8:78::1/64");
        Host server = network.host("server").plug(lan, "eth0", "10.78.1.2/24", "2001:db8:78::2/64");
        Running nginx = WebServer.start(server, CONFIGURATION);
        Await.until(
                "nginx: " + nginx,
                Duration.ofNanos(ProbeRun.PATIENCE_NANOS),
                () -> server.run("curl", "-sS", "http://127.0.0.1/").exitCode() == 0);
        return nginx;
    }

    @Test
    void goodAndWrongAnswers() {
        try (Running nginx = nginx()) {
            assertTrue(nginx.isAlive());
            for (Version version : Version.values()) {
                assertEquals("ANSWERED", get(version, 0, url("/", "10.78.1.2", null, null)), version.name());
            }
            assertEquals("WRONG_ANSWER HTTP status code 503", get(url("/broken", "h", null, null)));
            assertEquals("WRONG_ANSWER HTTP status code 302", get(url("/moved", "h", null, null)));
            assertEquals("BROKEN the connection ended before an answer came", get(url("/closed", "h", null, null)));
            BodyPattern thousand = new BodyPattern("of [0-9]{4} pages", Set.of(), true, 0, 20);
            assertEquals("ANSWERED", get(url("/", "www.example.org", null, thousand)));
            assertEquals(
                    "WRONG_ANSWER no match of the regular expression",
                    get(url("/", "other.example.org", null, thousand)));

            String genhash = director.run("genhash", "-s", "10.78.1.2", "-p", "80", "-u", "/", "-V", "www.example.org")
                    .output();
            String digest = genhash.substring(genhash.lastIndexOf(' ') + 1).strip();
            assertEquals("ANSWERED", get(url("/", "www.example.org", digest, null)));
            assertEquals("WRONG_ANSWER MD5 digest " + digest, get(url("/", "www.example.org", "0".repeat(32), null)));
        }
        assertEquals("REFUSED Connection refused", get(url("/", "h", null, null)));
    }

    /** The same over the sockets that have a mark, and over IPv6. */
    @Test
    void withMarkAndOverIpv6() {
        try (Running nginx = nginx()) {
            assertTrue(nginx.isAlive());
            HttpUrl url = url("/", "www.example.org", null, new BodyPattern("1000", Set.of(), true, 0, 99));
            assertEquals("ANSWERED", get(Version.HTTP_1_1, 7, url));
            ConnectOptions six = ConnectOptions.to(Tables.address("2001:db8:78::2"), 80, ProbeRun.PATIENCE_NANOS);
            HttpUrl plain = url("/", "[2001:db8:78::2]:80", null, null);
            assertEquals(
                    "ANSWERED",
                    ProbeRun.once(director, new HttpProbe(six, null, Version.HTTP_1_0, List.of(plain), false)));
        }
        assertEquals("REFUSED Connection refused", get(Version.HTTP_1_1, 7, url("/", "h", null, null)));
    }

    @Test
    void insideTls() {
        try (Running nginx = nginx()) {
            assertTrue(nginx.isAlive());
            assertEquals("ANSWERED", tls(443, 0, false, null, "default host, TLSv1[.]3, named ''"));
            assertEquals("ANSWERED", tls(443, 7, true, "www.example.org", "named 'www.example.org'"));
            assertEquals("ANSWERED", tls(444, 0, false, null, "old host, TLSv1[.]2"));
            assertEquals("WRONG_ANSWER no match of the regular expression", tls(444, 0, true, null, "TLSv1[.]3"));
            String plain = tls(80, 0, false, null, "x");
            assertTrue(plain.startsWith("WRONG_ANSWER TLS: "), plain);
        }
    }

    private String tls(int port, long mark, boolean orderly, @Nullable String serverName, String expected) {
        ConnectOptions connect = new ConnectOptions(SERVER, port, null, 0, null, mark, ProbeRun.PATIENCE_NANOS);
        BodyPattern pattern = new BodyPattern(expected, Set.of(), true, 0, 99);
        HttpUrl url = new HttpUrl("/", "h", serverName, List.of(StatusCodes.SUCCESSFUL), null, pattern);
        HttpProbe.Encryption encryption = new HttpProbe.Encryption(orderly, TlsSettings.ANYBODY);
        return ProbeRun.once(director, new HttpProbe(connect, encryption, Version.HTTP_1_0, List.of(url), false));
    }

    private String get(HttpUrl url) {
        return get(Version.HTTP_1_0, 0, url);
    }

    private String get(Version version, long mark, HttpUrl url) {
        ConnectOptions connect = new ConnectOptions(SERVER, 80, null, 0, null, mark, ProbeRun.PATIENCE_NANOS);
        return ProbeRun.once(director, new HttpProbe(connect, null, version, List.of(url), false));
    }

    private static HttpUrl url(String path, String host, @Nullable String digest, @Nullable BodyPattern pattern) {
        return new HttpUrl(path, host, null, List.of(StatusCodes.SUCCESSFUL), digest, pattern);
    }
}
