package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.CheckOptions;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.ScriptCommand;
import org.lvsdirector.config.syntax.SourcePlace;

/** Real servers and their checks. */
class CheckerReaderTest {

    private static CheckOptions tcp(String lines) {
        return Reading.realServer("TCP_CHECK {\n" + lines + "\n}")
                .checkers()
                .get(0)
                .options();
    }

    @Test
    void defaultsAreKeepaliveds() {
        CheckOptions options = tcp("");
        assertEquals("10.0.0.2", options.connectAddress().getHostAddress());
        assertEquals(80, options.connectPort());
        assertNull(options.bindAddress());
        assertEquals(0, options.bindPort());
        assertNull(options.bindInterface());
        assertEquals(0, options.fwmark());
        assertEquals(Duration.ofSeconds(5), options.connectTimeout());
        assertEquals(1, options.retries());
        assertEquals(Duration.ofSeconds(1), options.delayBeforeRetry());
        assertEquals(Duration.ofSeconds(60), options.delayLoop());
        assertEquals(Duration.ofSeconds(60), options.warmup(), "the delay loop");
        assertEquals(false, options.alpha());
        assertEquals(false, options.logAllFailures());
    }

    @Test
    void everyWord() {
        CheckOptions options = tcp("""
                connect_ip 10.0.0.9
                connect_port 81
                bindto 10.0.0.8
                bind_port 1024
                bind_if eth1
                fwmark 4294967295
                connect_timeout 0.5
                nb_get_retry 7
                delay_before_retry 0
                warmup 2
                delay_loop 3
                alpha
                log_all_failures on
                """);
        assertEquals("10.0.0.9", options.connectAddress().getHostAddress());
        assertEquals(81, options.connectPort());
        assertEquals(Addresses.parse("10.0.0.8"), options.bindAddress());
        assertEquals(1024, options.bindPort());
        assertEquals("eth1", options.bindInterface());
        assertEquals(4294967295L, options.fwmark());
        assertEquals(Duration.ofMillis(500), options.connectTimeout());
        assertEquals(7, options.retries());
        assertEquals(Duration.ZERO, options.delayBeforeRetry());
        assertEquals(Duration.ofSeconds(2), options.warmup());
        assertEquals(Duration.ofSeconds(3), options.delayLoop());
        assertEquals(true, options.alpha());
        assertEquals(true, options.logAllFailures());
    }

    @Test
    void theInnermostWordCounts() {
        CheckOptions options =
                Reading.server("""
                        delay_loop 10
                        retry 2
                        connect_timeout 3
                        alpha
                        real_server 10.0.0.2 80 {
                            retry 4
                            warmup 1
                            alpha off
                            TCP_CHECK {
                                connect_timeout 9
                            }
                        }
                        """).realServers().get(0).checkers().get(0).options();
        assertEquals(Duration.ofSeconds(10), options.delayLoop());
        assertEquals(4, options.retries());
        assertEquals(Duration.ofSeconds(9), options.connectTimeout());
        assertEquals(Duration.ofSeconds(1), options.warmup());
        assertEquals(false, options.alpha());
    }

    @Test
    void theWarmupIsTheCheckersOwnDelayLoop() {
        assertEquals(Duration.ofSeconds(7), tcp("delay_loop 7").warmup());
    }

    @Test
    void aCheckTakesThePortOfItsService() {
        CheckerConfig checker = Reading.checkerWithoutPort("10.0.0.1 80", "TCP_CHECK");
        assertEquals(80, checker.options().connectPort());
        assertEquals(
                "6:1 error: this check has no port to connect to: neither it nor its real server names one",
                Reading.problems(Reading.serverText("fwmark 1", "real_server 10.0.0.2 {\nTCP_CHECK {\n}\n}"))
                        .get(1));
    }

    @Test
    void globalFailureLogIsTheDefault() {
        String text = "global_defs {\nchecker_log_all_failures\n}\n"
                + Reading.serverText("10.0.0.1 80", "real_server 10.0.0.2 80 {\nTCP_CHECK {\n}\n}");
        assertEquals(
                true,
                Reading.accepted(text)
                        .virtualServers()
                        .get(0)
                        .realServers()
                        .get(0)
                        .checkers()
                        .get(0)
                        .options()
                        .logAllFailures());
    }

    @Test
    void realServerWords() {
        RealServerConfig server = Reading.realServer("""
                weight 0
                uthreshold 100
                lthreshold 50
                inhibit_on_failure
                notify_up "/bin/up 1"
                notify_down /bin/down
                """);
        assertEquals(0, server.weight());
        assertEquals(100, server.upperThreshold());
        assertEquals(50, server.lowerThreshold());
        assertEquals(true, server.inhibitOnFailure());
        assertEquals(
                new ScriptCommand(List.of("/bin/up", "1"), null, new SourcePlace("x.conf", 10, 1)), server.notifyUp());
        assertEquals(
                new ScriptCommand(List.of("/bin/down"), null, new SourcePlace("x.conf", 11, 1)), server.notifyDown());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            connect_port 0          | 7:14 error: connect_port 0 is outside 1 to 65535
            connect_timeout 0       | 7:17 error: connect_timeout 0 is outside 0.000001 to 4294.967295
            retry 0                 | 7:7 error: retry 0 is outside 1 to 4294967295
            retry -1                | 7:7 error: retry -1 is outside 1 to 4294967295
            bindto fe80::1          | 6:1 error: a link-local address says nothing without an interface
            bindto 2001:db8::1      | 7:1 error: bindto 2001:db8:0:0:0:0:0:1 is of another family than 10.0.0.2
            bind_if a-name-too-long-for-it | 7:9 error: bind_if 'a-name-too-long-for-it' has 22 characters
            http_protocol 1.0       | 7:1 error: unknown word 'http_protocol' in TCP_CHECK
            """)
    void mistakes(String line, String problem) {
        List<String> found = Reading.problems(
                Reading.serverText("10.0.0.1 80", "real_server 10.0.0.2 80 {\nTCP_CHECK {\n" + line + "\n}\n}"));
        assertEquals(problem, found.get(0));
    }
}
