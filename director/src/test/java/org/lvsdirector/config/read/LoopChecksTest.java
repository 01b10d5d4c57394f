package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopChecksTest {
    private static List<String> about(String text, String words) {
        return Reading.problems(text).stream()
                .filter(problem -> problem.contains(words))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.9.1, this director itself",
        "10.0.9.2, the peer of this director",
        "10.0.0.1, a virtual address",
    })
    void aDirectorThatIsARealServer(String address, String whose) {
        String text = Reading.instanceText("unicast_src_ip 10.0.9.1\nunicast_peer {\n10.0.9.2\n}")
                + Reading.serverText(
                        "10.0.0.1 80", "real_server " + address + " 80 {\n}\nreal_server 10.0.0.7 80 {\n}");
        List<String> told = about(text, "real_server 10");
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.get(0).endsWith("warning: real_server " + address + " is " + whose), told.get(0));
    }

    @Test
    void clientsThatStayWithAFailedServer() {
        String service = Reading.serverText(
                "10.0.0.1 80", "inhibit_on_failure\npersistence_timeout 60\nreal_server 10.0.0.7 80 {\n}");
        assertEquals(1, about(service, "go on being sent to it").size());
        assertEquals(
                List.of(),
                about("global_defs {\nlvs_sysctl expire_quiescent_template 1\n}\n" + service, "go on being sent"));
        assertEquals(List.of(), about(service.replace("persistence_timeout 60\n", ""), "go on being sent"));
        assertEquals(List.of(), about(service.replace("inhibit_on_failure\n", ""), "go on being sent"));
    }

    @Test
    void patienceOfTheInnermostCounts() {
        String text = """
                rise 2
                hold_down 3
                slow_start 30
                healthy_floor 2
                real_server 10.0.0.7 80 {
                    hold_down_max 12
                    TCP_CHECK {
                        rise 4
                    }
                }
                real_server 10.0.0.8 80 {
                    TCP_CHECK {
                    }
                }
                """;
        var server = Reading.server(text);
        assertEquals(2, server.policy().floor());
        assertEquals(30_000_000_000L, server.policy().slowStartNanos());
        assertEquals(
                List.of("4 3 12", "2 3 30"),
                server.realServers().stream()
                        .map(real -> real.checkers().get(0).options().patience())
                        .map(patience -> patience.rise() + " " + patience.holdNanos() / 1_000_000_000L + " "
                                + patience.mostHoldNanos() / 1_000_000_000L)
                        .toList());
    }

    @Test
    void theLongestHoldHasALongestHoldOfItsOwn() {
        var server = Reading.server("""
                real_server 10.0.0.7 80 {
                    TCP_CHECK {
                        hold_down 1000000000
                    }
                }
                """);
        var patience = server.realServers().get(0).checkers().get(0).options().patience();
        assertEquals(1_000_000_000_000_000_000L, patience.holdNanos());
        assertEquals(
                9_000_000_000_000_000_000L, patience.mostHoldNanos(), "ten times would be more than a clock can count");
    }
}
