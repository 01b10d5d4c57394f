package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.check.DnsProbe;
import org.lvsdirector.check.UdpProbe;
import org.lvsdirector.config.CheckerConfig;

/** {@code SMTP_CHECK}, {@code DNS_CHECK}, {@code PING_CHECK} and {@code UDP_CHECK}. */
class SmallCheckReaderTest {

    private static CheckerConfig check(String kind, String lines) {
        return Reading.realServer(kind + " {\n" + lines + "\n}").checkers().get(0);
    }

    @Test
    void mailServers() {
        CheckerConfig.Smtp usual = (CheckerConfig.Smtp) check("SMTP_CHECK", "");
        assertEquals("smtpchecker.keepalived.org", usual.helloName());
        assertEquals(80, usual.options().connectPort());
        assertEquals(
                "a.example.org", ((CheckerConfig.Smtp) check("SMTP_CHECK", "helo_name a.example.org")).helloName());
    }

    @Test
    void nameServers() {
        CheckerConfig.Dns usual = (CheckerConfig.Dns) check("DNS_CHECK", "delay_loop 7");
        assertEquals(DnsProbe.Type.SOA, usual.type());
        assertEquals(".", usual.name());
        assertEquals(3, usual.options().retries());
        assertEquals(Duration.ofSeconds(7), usual.options().delayBeforeRetry(), "the delay loop");
        CheckerConfig.Dns other = (CheckerConfig.Dns) check("DNS_CHECK", "type RRSIG\nname www.example.org\nretry 1");
        assertEquals(DnsProbe.Type.RRSIG, other.type());
        assertEquals("www.example.org", other.name());
        assertEquals(1, other.options().retries());
    }

    @Test
    void echoesNeedNoPort() {
        CheckerConfig ping = Reading.checkerWithoutPort("fwmark 1", "PING_CHECK");
        assertEquals(CheckerConfig.Ping.class, ping.getClass());
        assertEquals(0, ping.options().connectPort());
    }

    @Test
    void datagrams() {
        CheckerConfig.Udp usual = (CheckerConfig.Udp) check("UDP_CHECK", "");
        assertNull(usual.payload());
        assertNull(usual.reply());
        CheckerConfig.Udp all = (CheckerConfig.Udp) check(
                "UDP_CHECK",
                "payload Ab12f 3 456 546443123\nrequire_reply 0X f\nmin_reply_length 1\nmax_reply_length 9");
        assertEquals("ab120f0345065464431203", all.payload());
        assertEquals(new UdpProbe.Reply("0x0f", 1, 9), all.reply());
        assertEquals(new UdpProbe.Reply("", 0, 255), ((CheckerConfig.Udp) check("UDP_CHECK", "require_reply")).reply());
        assertEquals("61206221", ((CheckerConfig.Udp) check("UDP_CHECK", "payload \"a b!\"")).payload());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UDP_CHECK | payload 0x1               | 7:9 error: '0x1' is not hexadecimal
            UDP_CHECK | require_reply 0g          | 7:15 error: '0g' is not hexadecimal
            UDP_CHECK | min_reply_length 256      | 7:1 error: min_reply_length 256 is above max_reply_length 255
            UDP_CHECK | max_reply_length 65536    | 7:18 error: max_reply_length 65536 is outside 0 to 65535
            DNS_CHECK | name a..b                 | 7:1 error: 'a..b' is no domain name
            DNS_CHECK | type PTR                  | 7:6 error: type cannot be 'PTR'
            SMTP_CHECK | helo_name                | 7:1 error: 'helo_name' needs a value
            """)
    void mistakes(String kind, String line, String problem) {
        List<String> found = Reading.problems(
                Reading.serverText("10.0.0.1 80", "real_server 10.0.0.2 80 {\n" + kind + " {\n" + line + "\n}\n}"));
        assertTrue(found.contains(problem), found.toString());
    }

    @Test
    void aHostIsACheckMore() {
        String text = Reading.serverText("10.0.0.1 25", """
                real_server 10.0.0.2 25 {
                    SMTP_CHECK {
                        retry 4
                        helo_name a.example.org
                        host {
                            connect_ip 10.0.0.3
                            connect_port 26
                        }
                        host {
                            retry 2
                        }
                    }
                }
                """);
        var checkers = Reading.accepted(text)
                .virtualServers()
                .get(0)
                .realServers()
                .get(0)
                .checkers();
        assertEquals(
                List.of("10.0.0.2:25 4", "10.0.0.3:26 4", "10.0.0.2:25 2"),
                checkers.stream().map(SmallCheckReaderTest::target).toList());
        assertEquals("a.example.org", ((CheckerConfig.Smtp) checkers.get(2)).helloName());
    }

    private static String target(CheckerConfig checker) {
        return checker.options().connectAddress().getHostAddress() + ":"
                + checker.options().connectPort() + " " + checker.options().retries();
    }
}
