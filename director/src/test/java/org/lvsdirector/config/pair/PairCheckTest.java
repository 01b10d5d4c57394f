package org.lvsdirector.config.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.read.ConfigurationReader;
import org.lvsdirector.config.syntax.FileSourceLoader;
import org.lvsdirector.config.syntax.InMemorySources;
import org.lvsdirector.config.syntax.Problem;

class PairCheckTest {
    private static final String MASTER = """
            vrrp_instance VI_1 {
                state MASTER
                interface eth0
                virtual_router_id 51
                priority 150
                advert_int 1
                authentication {
                    auth_type PASS
                    auth_pass secret
                }
                virtual_ipaddress {
                    10.0.0.1
                    10.0.0.2
                }
            }
            virtual_server 10.0.0.1 80 {
                lb_algo rr
                lb_kind DR
                protocol TCP
                real_server 10.0.0.11 80 {
                    weight 1
                }
                real_server 10.0.0.12 80 {
                    weight 1
                }
            }
            """;
    private static final String BACKUP =
            MASTER.replace("state MASTER", "state BACKUP").replace("priority 150", "priority 100");

    @Test
    void aGoodPair() {
        assertEquals(List.of(), compare(MASTER, BACKUP));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            priority 100         | priority 150         | b:1:1 'VI_1' has priority 150 as at a:1:1: the higher interface address decides
            state BACKUP         | state MASTER         | b:1:1 'VI_1' begins as MASTER, as at a:1:1
            advert_int 1         | advert_int 3         | b:1:1 advert_int of 'VI_1' is 3.0 s, but 1.0 s at a:1:1
            auth_pass secret     | auth_pass other      | b:1:1 the authentication of 'VI_1' is another than at a:1:1
            virtual_router_id 51 | virtual_router_id 52 | b:1:1 the virtual_router_id of 'VI_1' is 52, but 51 at a:1:1
            10.0.0.2             | 10.0.0.3             | b:1:1 addresses of 'VI_1': without 10.0.0.2, which a:1:1 has; b:1:1 addresses of 'VI_1': 10.0.0.3, which a:1:1 does not have
            lb_algo rr           | lb_algo wlc          | b:16:1 lb_algo of TCP 10.0.0.1:80 is wlc, but rr at a:16:1
            protocol TCP         | protocol UDP         | b:16:1 the other file has no service UDP 10.0.0.1:80; a:16:1 b has no service TCP 10.0.0.1:80
            lb_kind DR           | lb_kind DR~persistence_timeout 60 | b:16:1 the persistence of TCP 10.0.0.1:80 is another than at a:16:1
            weight 1             | weight 2             | b:20:5 the weight of 10.0.0.11:80 is 2, but 1 at a:20:5; b:23:5 the weight of 10.0.0.12:80 is 2, but 1 at a:23:5
            real_server 10.0.0.12 80 | real_server 10.0.0.13 80 | b:16:1 real servers of TCP 10.0.0.1:80: without 10.0.0.12:80, which a:16:1 has; b:16:1 real servers of TCP 10.0.0.1:80: 10.0.0.13:80, which a:16:1 does not have
            """)
    void aDifference(String from, String to, String problems) {
        assertEquals(problems, String.join("; ", compare(MASTER, BACKUP.replace(from, to.replace("~", "\n")))));
    }

    @Test
    void aRouterThatOneFileAloneHas() {
        String more = "vrrp_instance MORE {\ninterface eth1\nvirtual_router_id 9\nvirtual_ipaddress { 10.9.0.1 }\n}\n";
        assertEquals(List.of("a:27:1 b has no virtual router 9 ('MORE')"), compare(MASTER + more, BACKUP));
        assertEquals(List.of("b:27:1 the other file has no virtual router 9 ('MORE')"), compare(MASTER, BACKUP + more));
    }

    @Test
    void theExamplesArePairs() {
        for (String example : List.of("dr-ftp-rest", "nginx-ha", "nginx-vip")) {
            Path folder = Path.of("../docs/examples", example);
            ConfigurationReader reader = new ConfigurationReader(new FileSourceLoader());
            assertEquals(
                    List.of(),
                    PairCheck.problems(
                            accepted(reader.read(folder.resolve("master.conf"))),
                            accepted(reader.read(folder.resolve("backup.conf"))),
                            "backup.conf"),
                    example);
        }
    }

    private static List<String> compare(String a, String b) {
        ConfigurationReader reader =
                new ConfigurationReader(new InMemorySources().with("a", a).with("b", b));
        return PairCheck.problems(accepted(reader.read(Path.of("a"))), accepted(reader.read(Path.of("b"))), "b")
                .stream()
                .map(PairCheckTest::placeAndMessage)
                .toList();
    }

    private static String placeAndMessage(Problem problem) {
        return problem.place() + " " + problem.message();
    }

    private static Configuration accepted(ConfigurationResult result) {
        Configuration configuration = result.configuration();
        if (configuration == null) {
            throw new AssertionError(result.problems().toString());
        }
        return configuration;
    }
}
