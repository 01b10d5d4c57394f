package org.lvsdirector.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.config.read.ConfigurationReader;
import org.lvsdirector.config.syntax.FileSourceLoader;
import org.lvsdirector.config.syntax.Problem;
import org.lvsdirector.config.syntax.ReadingContext;

/** Configurations of the shapes that are out there: none has a mistake, so none gets a word about one. */
class CorpusTest {
    /** What is so in some of them on purpose. */
    private static final List<String> MEANT =
            List.of("means nothing here", "only NAT can change the port of marked packets", "no vrrp_instance holds");

    static Stream<Path> files() throws IOException {
        Path folder = Path.of(CorpusTest.class.getResource("corpus").getPath());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void raisesNoFalseAlarm(Path file) {
        for (String id : List.of("left", "right")) {
            ConfigurationResult result =
                    new ConfigurationReader(new FileSourceLoader(), ReadingContext.of(id)).read(file);
            List<String> alarms = result.problems().stream()
                    .map(Problem::toString)
                    .filter(text -> MEANT.stream().noneMatch(text::contains))
                    .toList();
            assertEquals(List.of(), alarms);
            assertTrue(result.accepted());
        }
    }

    @Test
    void generatorsMakeWhatTheySay() throws IOException {
        Path file = files().filter(one -> one.endsWith("router-many-vrids.conf"))
                .findFirst()
                .orElseThrow();
        Configuration configuration = ConfigurationReader.ofFiles().read(file).configuration();
        assertNotNull(configuration);
        assertEquals(60, configuration.instances().size());
        assertEquals(60, configuration.syncGroups().get(0).members().size());
    }
}
