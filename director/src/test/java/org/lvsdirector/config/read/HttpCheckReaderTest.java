package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.check.BodyPattern;
import org.lvsdirector.check.BodyPattern.Option;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.check.HttpUrl.StatusCodes;
import org.lvsdirector.check.TlsSettings;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.VirtualServerConfig;

class HttpCheckReaderTest {
    private static final String DIGEST = "9B3A0C85A887A256D6939DA88AABD8CD";

    private static CheckerConfig.Http http(String lines) {
        return only(Reading.server("real_server 10.0.0.2 8080 {\nHTTP_GET {\n" + lines + "\n}\n}"));
    }

    private static CheckerConfig.Http only(VirtualServerConfig server) {
        return assertInstanceOf(
                CheckerConfig.Http.class, server.realServers().get(0).checkers().get(0));
    }

    @Test
    void defaultsAreKeepaliveds() {
        CheckerConfig.Http http = http("url {\npath /\n}");
        assertEquals(HttpProbe.Version.HTTP_1_0, http.version());
        assertEquals(false, http.fastRecovery());
        assertEquals(Duration.ofSeconds(3), http.options().delayBeforeRetry(), "other kinds wait 1 second");
        assertEquals(1, http.options().retries());
        HttpUrl url = http.urls().get(0);
        assertEquals("/", url.path());
        assertEquals("10.0.0.2:8080", url.host());
        assertEquals(List.of(new StatusCodes(200, 299)), url.statusCodes());
        assertNull(url.digest());
        assertNull(url.pattern());
    }

    @Test
    void everyWord() {
        CheckerConfig.Http http = http("""
                http_protocol 1.1
                fast_recovery
                nb_get_retry 4
                virtualhost a.example.org
                connect_port 81
                url {
                    path /x?y=z
                    virtualhost b.example.org
                    status_code 200 301-302
                    status_code 404
                    digest %s
                    regex "a b\\\\.c"
                    regex_options caseless multiline no_auto_possess
                    regex_options dotall
                    regex_min_offset 5
                    regex_max_offset 7
                    regex_no_match
                }
                url {
                    path /2
                }
                """.formatted(DIGEST));
        assertEquals(HttpProbe.Version.HTTP_1_1, http.version());
        assertEquals(true, http.fastRecovery());
        assertEquals(4, http.options().retries());
        HttpUrl url = http.urls().get(0);
        assertEquals("/x?y=z", url.path());
        assertEquals("b.example.org", url.host());
        assertEquals(
                List.of(new StatusCodes(200, 200), new StatusCodes(301, 302), new StatusCodes(404, 404)),
                url.statusCodes());
        assertEquals(DIGEST.toLowerCase(java.util.Locale.ROOT), url.digest());
        assertEquals(
                new BodyPattern("a b\\.c", Set.of(Option.CASELESS, Option.MULTILINE, Option.DOTALL), false, 5, 7),
                url.pattern());
        assertEquals("a.example.org", http.urls().get(1).host());
    }

    @Test
    void theInnermostVirtualHostCounts() {
        String check = "HTTP_GET {\nurl {\npath /\n}\n}";
        assertEquals(
                "vs.example.org",
                only(Reading.server("virtualhost vs.example.org\nreal_server 10.0.0.2 80 {\n" + check + "\n}"))
                        .urls()
                        .get(0)
                        .host());
        assertEquals(
                "rs.example.org",
                only(Reading.server(
                                "virtualhost vs.example.org\nreal_server 10.0.0.2 80 {\nvirtualhost rs.example.org\n"
                                        + check + "\n}"))
                        .urls()
                        .get(0)
                        .host());
    }

    @Test
    void anIpv6AddressStandsInBrackets() {
        String text = Reading.serverText(
                "2001:db8::1 80", "real_server 2001:db8::2 80 {\nHTTP_GET {\nurl {\npath /\n}\n}\n}");
        assertEquals(
                "[2001:db8:0:0:0:0:0:2]:80",
                only(Reading.accepted(text).virtualServers().get(0))
                        .urls()
                        .get(0)
                        .host());
    }

    @Test
    void tlsNamesNobodyUnlessAsked() {
        String page = "virtualhost a.example.org:8443\nurl {\npath /\n}\nurl {\npath /\nvirtualhost b.example.org\n}\n";
        CheckerConfig.Http plain = ssl(page);
        assertEquals(new HttpProbe.Encryption(false, TlsSettings.ANYBODY), plain.encryption());
        assertNull(plain.urls().get(0).serverName());
        CheckerConfig.Http named = ssl(page + "enable_sni");
        assertEquals("a.example.org", named.urls().get(0).serverName());
        assertEquals("a.example.org:8443", named.urls().get(0).host());
        assertEquals("b.example.org", named.urls().get(1).serverName());
        CheckerConfig.Http fixed = ssl(page + "sni_name c.example.org\ntls_compliant");
        assertEquals("c.example.org", fixed.urls().get(1).serverName());
        assertEquals(new HttpProbe.Encryption(true, TlsSettings.ANYBODY), fixed.encryption());
        assertNull(ssl("enable_sni\nurl {\npath /\n}").urls().get(0).serverName(), "an address is no name");
        assertEquals(
                new HttpProbe.Encryption(true, TlsSettings.ANYBODY),
                ssl("url {\npath /\ntls_compliant\n}").encryption());
    }

    @Test
    void whoWeAreAndWhomWeBelieve() {
        String check = Reading.serverText(
                "10.0.0.1 443", "real_server 10.0.0.2 443 {\nSSL_GET {\nverify name\nurl {\npath /\n}\n}\n}");
        String shared = "SSL {\ncertificate /etc/c.pem\nkey /etc/k.pem\npassword sesame\nca /etc/ca.pem\n}\n";
        CheckerConfig.Http http =
                only(Reading.accepted(shared + check).virtualServers().get(0));
        TlsSettings.Identity identity = new TlsSettings.Identity("/etc/c.pem", "/etc/k.pem", "sesame");
        assertEquals(
                new HttpProbe.Encryption(false, new TlsSettings(identity, "/etc/ca.pem", TlsSettings.Proof.NAME)),
                http.encryption());
        assertEquals("Identity[certificate=/etc/c.pem, key=/etc/k.pem]", identity.toString(), "no password");
        assertEquals(
                List.of("2:1 error: this key has no certificate"),
                Reading.problems("SSL {\nkey /etc/k.pem\n}\n" + check));
    }

    @Test
    void whatCannotBeNamedIsNot() {
        String lines = "SSL_GET {\nenable_sni\nvirtualhost 10.0.0.9\nurl {\npath /\n}\n}";
        assertEquals(
                List.of("9:1 warning: '10.0.0.9' cannot be named in a TLS handshake"),
                Reading.problems(Reading.serverText("10.0.0.1 80", "real_server 10.0.0.2 80 {\n" + lines + "\n}")));
    }

    private static CheckerConfig.Http ssl(String lines) {
        return only(Reading.server("real_server 10.0.0.2 443 {\nSSL_GET {\n" + lines + "\n}\n}"));
    }

    @Test
    void checksKeepTheOrderOfTheFile() {
        List<CheckerConfig> checkers = Reading.realServer(
                        "HTTP_GET {\nurl {\npath /\n}\n}\nTCP_CHECK {\n}\nHTTP_GET {\nurl {\npath /2\n}\n}")
                .checkers();
        assertEquals(
                List.of("Http", "Tcp", "Http"),
                checkers.stream()
                        .map(checker -> checker.getClass().getSimpleName())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            path                       | 8:1 error: 'path' needs a value
            status_code 99             | 9:13 error: '99' is no status code and no run of them
            status_code 200-600        | 9:13 error: '200-600' is no status code and no run of them
            status_code 300-200        | 9:13 error: '300-200' is no status code and no run of them
            status_code 200,201        | 9:13 error: '200,201' is no status code and no run of them
            digest 123                 | 9:8 error: digest '123' is no MD5 digest
            regex "(a"                 | 9:7 error: regex '(a' is no regular expression: Unclosed group near index 2
            regex a b                  | 9:7 error: this regex is 2 words
            regex_options dupnames     | 9:15 error: the regex option 'dupnames' is not supported
            regex_stack 64 128         | 9:1 warning: 'regex_stack' has no effect without regex
            regex_min_offset 3         | 9:1 warning: 'regex_min_offset' has no effect without regex
            """)
    void mistakes(String line, String problem) {
        String path = line.equals("path") ? "" : "path /\n";
        List<String> found = problems("url {\n" + path + line + "\n}");
        assertTrue(found.contains(problem), found.toString());
    }

    @Test
    void aCheckWithoutUrlOrPathSaysSo() {
        assertEquals("6:1 error: this check asks for no URL", problems("").get(0));
        assertEquals("7:1 error: this url has no path", problems("url {\n}").get(0));
        assertEquals(
                "11:1 error: regex_max_offset 3 is below regex_min_offset 4",
                problems("url {\npath /\nregex a\nregex_min_offset 4\nregex_max_offset 3\n}")
                        .get(0));
        assertEquals(
                "7:15 error: http_protocol cannot be '2'",
                problems("http_protocol 2\nurl {\npath /\n}").get(0));
    }

    private static List<String> problems(String lines) {
        return Reading.problems(
                Reading.serverText("10.0.0.1 80", "real_server 10.0.0.2 80 {\nHTTP_GET {\n" + lines + "\n}\n}"));
    }
}
