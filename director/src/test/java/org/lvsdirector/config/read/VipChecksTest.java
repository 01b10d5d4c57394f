package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.CheckerConfig;

class VipChecksTest {
    private static String service(String opener, String kind, String check) {
        return "virtual_server " + opener + " {\nlb_algo rr\nlb_kind " + kind + "\nprotocol TCP\n"
                + "real_server 10.0.0.2 80 {\n" + check + "\n}\n}\n";
    }

    private static String tcp(String line) {
        return "TCP_CHECK {\n" + line + "\n}";
    }

    @Test
    void offUnlessAsked() {
        for (String lines : List.of(tcp("vip_check"), "HTTP_GET {\nvip_check on\nurl {\npath /\n}\n}")) {
            assertTrue(only(lines).vipCheck(), lines);
        }
        for (String lines : List.of(tcp(""), "HTTP_GET {\nurl {\npath /\n}\n}", "PING_CHECK {\n}")) {
            assertFalse(only(lines).vipCheck(), lines);
        }
    }

    private static CheckerConfig only(String lines) {
        return Reading.firstChecker(service("10.0.0.1 80", "DR", lines));
    }

    @Test
    void itsMarksAreItsOwn() {
        String probed = service("10.0.0.1 80", "DR", tcp("vip_check"));
        String marked =
                service("fwmark 500", "DR", "TCP_CHECK {\nconnect_port 80\n}").replace("protocol TCP\n", "");
        assertEquals(List.of(), errors(probed + marked));
        assertEquals(
                List.of("14:1 error: firewall mark 500 is among those of vip_check"),
                errors("global_defs {\nvip_check_marks 0x100 0x200\n}\n" + probed + marked));
        assertEquals(
                List.of(),
                errors("global_defs {\nvip_check_marks 0x100 0x200\n}\n" + service("10.0.0.1 80", "DR", tcp(""))
                        + marked),
                "nobody uses them");
        assertEquals(
                List.of("6:1 error: the fwmark of this check is among those of vip_check"),
                errors(service("10.0.0.1 80", "DR", tcp("vip_check\nfwmark 1280704513"))));
        assertEquals(
                List.of("2:1 error: these marks are no range"),
                errors("global_defs {\nvip_check_marks 9 8\n}\n" + probed));
        assertEquals(
                List.of("2:1 error: these marks are no range"),
                errors("global_defs {\nvip_check_marks 0x100000000 0x100000001\n}\n" + probed));
    }

    @Test
    void whereItMeansNothingItSaysSo() {
        assertEquals(
                List.of(
                        "6:1 warning: vip_check has no effect with NAT: a real server need not have the service's address"),
                Reading.problems(service("10.0.0.1 80", "NAT", tcp("vip_check"))));
        assertTrue(Reading.problems(service("fwmark 9", "DR", tcp("vip_check")))
                .contains("6:1 warning: vip_check has no effect: virtual_server fwmark 9 has no address to ask"));
    }

    private static List<String> errors(String text) {
        return Reading.problems(text).stream()
                .filter(problem -> problem.contains(" error: "))
                .toList();
    }
}
