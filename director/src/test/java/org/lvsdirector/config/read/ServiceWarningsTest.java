package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceWarningsTest {
    private static final String HELD = """
            vrrp_instance A {
            interface eth0
            virtual_router_id 5
            virtual_ipaddress { 10.0.0.1/24 }
            }
            """;

    /** Behind the instance a virtual server; its first own line is line 10. */
    private static List<String> problems(String opener, String lines) {
        return Reading.problems(HELD + Reading.serverText(opener, lines));
    }

    @Test
    void aCheckThatTakesLongerThanItsInterval() {
        assertEquals(
                List.of("12:27 warning: this check may take 5 s, but is due every 4 s"),
                problems("10.0.0.1 80", "delay_loop 4\n#\nreal_server 10.0.0.2 80 { TCP_CHECK { } }"));
        assertEquals(
                List.of("12:27 warning: this check may take 4.5 s, but is due every 4 s"),
                problems(
                        "10.0.0.1 80",
                        "delay_loop 4\n#\nreal_server 10.0.0.2 80 { MISC_CHECK { misc_path \"/bin/true\"\n misc_timeout 4.5\n} }"));
        assertEquals(List.of(), problems("10.0.0.1 80", "delay_loop 5\n#\nreal_server 10.0.0.2 80 { TCP_CHECK { } }"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lb_kind NAT                          | ''
            lb_kind DR                           | FTP without persistence: passive data connections do not reach the server of their session
            lb_kind DR, persistence_timeout 60   | persistence of 60 s is short for FTP: a session may pause longer and then lose its server
            lb_kind DR, persistence_timeout 300  | ''
            """)
    void ftpNeedsPersistenceUnlessTheKernelReadsAlong(String lines, String warning) {
        String text = (HELD + Reading.serverText("10.0.0.1 21", "lb_kind NAT\nreal_server 10.0.0.2 21 { }"))
                .replace("lb_kind NAT\nprotocol", "protocol")
                .replace("lb_kind NAT", lines.replace(", ", "\n"));
        assertEquals(warning.isEmpty() ? List.of() : List.of("6:1 warning: " + warning), Reading.problems(text));
    }

    @Test
    void directRoutingReachesNeighboursAlone() {
        String servers = "real_server 10.0.1.2 80 { lvs_method DR }\nreal_server 10.0.0.2 80 { lvs_method DR }\n";
        assertEquals(
                List.of(
                        "10:1 warning: direct routing reaches neighbours alone, and 10.0.1.2 is in none of the networks of this file"),
                problems("10.0.0.1 80", servers));
        assertEquals(List.of(), problems("10.0.0.1 80", servers.replace("DR", "TUN")));
        assertEquals(
                List.of(),
                Reading.problems(HELD.replace("/24", "") + Reading.serverText("10.0.0.1 80", servers)),
                "nothing is known of the network");
    }

    @Test
    void aServiceIsThereTwiceWhateverItsServersAre() {
        assertEquals(
                List.of(
                        "12:1 error: the service TCP 10.0.0.1 80 exists already in virtual_server 10.0.0.1 80 at x.conf:6:1",
                        "16:13 error: 'nonsense' is no IPv4 or IPv6 address"),
                problems(
                                "10.0.0.1 80",
                                "real_server 10.0.0.2 80 { }\n}\n"
                                        + Reading.serverText("10.0.0.1 80", "real_server nonsense 80 { ")
                                                .replace("\n}\n", "\n}"))
                        .stream()
                        .filter(problem -> problem.contains("error"))
                        .toList());
    }
}
