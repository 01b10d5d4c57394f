package org.lvsdirector.config.effective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.read.ConfigurationReader;
import org.lvsdirector.config.syntax.InMemorySources;
import org.lvsdirector.control.link.Json;

/** Read, printed with every default, and read again: the same configuration. */
class RoundTripTest {
    private static final Path ROOT = Path.of(System.getProperty("lvsdirector.checkout", ".."))
            .toAbsolutePath()
            .normalize();

    static Stream<Path> files() throws IOException {
        return Stream.concat(
                below(ROOT.resolve("docs/examples")),
                Stream.concat(
                        below(ROOT.resolve("director/src/test/resources/org/lvsdirector/config/corpus")),
                        below(Path.of("/usr/share/doc/keepalived/samples"))));
    }

    private static Stream<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(".conf"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void sameAgain(Path file) {
        ConfigurationReader reader = ConfigurationReader.ofFiles();
        ConfigurationResult first = reader.read(file);
        if (first.configuration() == null) {
            return; // what is refused is no configuration; ExamplesTest tells which those are
        }
        assertSame(first, EffectiveText.of(reader.effective(file)));
    }

    @Test
    void aGeneratedFileToo() {
        String text = """
                global_defs {
                    vrrp_version 3
                    vrrp_garp_master_repeat 2
                }
                $SERVER= \\
                real_server 10.0.1.${N} 80 { \\
                    weight ${N} \\
                    HTTP_GET { \\
                        url { path "/a # b" } \\
                    } \\
                }
                $SERVERS=~SEQ(N, 1, 9) $SERVER
                $INSTANCE= \\
                vrrp_instance VI_${V} { \\
                    interface eth${V} \\
                    virtual_router_id ${V} \\
                    virtual_ipaddress { 10.0.0.${V}/24 dev eth0 } \\
                    notify "/bin/say 'a b' ${V}" \\
                }
                ~SEQ(V, 1, 20) $INSTANCE
                $SERVICE= \\
                virtual_server 10.0.0.${V} 80 { \\
                    protocol TCP \\
                    delay_loop 7 \\
                    retry 4 \\
                    lb_kind DR \\
                    lb_algo rr \\
                    $SERVERS \\
                }
                ~SEQ(V, 1, 20) $SERVICE
                """;
        ConfigurationReader reader = reader(text);
        ConfigurationResult first = reader.read(Path.of("x.conf"));
        assertNotNull(first.configuration(), () -> first.problems().toString());
        assertEquals(20, first.configuration().instances().size());
        assertEquals(20, first.configuration().virtualServers().size());
        assertEquals(
                9, first.configuration().virtualServers().get(19).realServers().size());
        assertSame(first, EffectiveText.of(reader.effective(Path.of("x.conf"))));
    }

    @Test
    void whatNobodySaysIsSaid() {
        String text = EffectiveText.of(reader("""
                vrrp_instance A {
                    state MASTER
                    interface eth0
                    virtual_router_id 7
                    garp_master_delay 3
                    garp_master_delay 4
                }
                virtual_server 10.0.0.1 53 {
                    protocol UDP
                    lb_algo rr
                    lb_kind NAT
                    delay_loop 9
                    real_server 10.0.0.2 53 {
                        DNS_CHECK { name "." }
                    }
                }
                """).effective(Path.of("x.conf")));
        assertTrue(text.contains("global_defs {\n"), text);
        assertTrue(text.contains("    vrrp_garp_master_repeat 5\n"), text);
        assertTrue(text.contains("    priority 255\n"), text);
        assertTrue(text.contains("    garp_master_delay 4\n    version 2\n"), text);
        assertTrue(text.contains("    garp_lower_prio_delay 5\n"), text);
        assertTrue(text.contains("            delay_loop 9\n"), text);
        assertTrue(text.contains("            retry 3\n"), text);
        assertTrue(text.contains("            delay_before_retry 9\n"), text);
    }

    private static void assertSame(ConfigurationResult first, String text) {
        ConfigurationResult second = reader(text).read(Path.of("x.conf"));
        assertEquals(
                List.of(),
                second.problems().stream()
                        .filter(problem -> first.problems().stream()
                                .noneMatch(known -> known.message().equals(problem.message())))
                        .toList());
        assertEquals(withoutPlaces(first.configuration()), withoutPlaces(second.configuration()));
        ConfigurationReader again = reader(text);
        assertEquals(text, EffectiveText.of(again.effective(Path.of("x.conf"))), "nothing is left to fill in");
    }

    private static ConfigurationReader reader(String text) {
        return new ConfigurationReader(new InMemorySources().with("x.conf", text));
    }

    private static JsonNode withoutPlaces(@Nullable Configuration configuration) {
        JsonNode tree = Json.mapper().valueToTree(configuration);
        strip(tree);
        return tree;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("place");
        }
        node.forEach(RoundTripTest::strip);
    }
}
