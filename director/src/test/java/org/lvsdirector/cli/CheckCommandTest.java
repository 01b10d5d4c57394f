package org.lvsdirector.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.link.Json;
import picocli.CommandLine;

/** {@code director check} as programs call it. */
class CheckCommandTest {
    private static final String BAD = "\nglobal_defs {\n  lvs_reconcile ä 5x\n}\n";
    private static final String GOOD = "global_defs {\n}\n";

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private String bad = "";
    private String good = "";

    @BeforeEach
    void files() throws IOException {
        bad = Files.writeString(folder.resolve("bad.conf"), BAD).toString();
        good = Files.writeString(folder.resolve("good.conf"), GOOD).toString();
    }

    private int check(String... words) {
        CommandLine command = CommandLines.create(false, List.of("check"))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        String[] all = new String[words.length + 1];
        all[0] = "check";
        System.arraycopy(words, 0, all, 1, words.length);
        return command.execute(all);
    }

    private JsonNode printed() throws JsonProcessingException {
        assertEquals("", err.toString());
        return Json.mapper().readTree(out.toString());
    }

    @Test
    void json() throws JsonProcessingException {
        assertEquals(ExitCode.CONFIGURATION, check("--json", good, bad));
        JsonNode files = printed().path("files");
        assertEquals(good, files.at("/0/file").asText());
        assertTrue(files.at("/0/accepted").asBoolean());
        assertEquals(0, files.at("/0/problems").size());
        JsonNode problem = files.at("/1/problems/0");
        assertEquals("error", problem.path("severity").asText());
        assertEquals(bad, problem.path("file").asText());
        assertEquals(3, problem.path("line").asInt());
        assertEquals(17, problem.path("column").asInt());
        assertEquals(
                "lvs_reconcile 'ä' is not a whole decimal number",
                problem.path("message").asText());
        assertEquals(false, files.at("/1/accepted").asBoolean(true));
    }

    @Test
    void sarif() throws JsonProcessingException {
        assertEquals(ExitCode.CONFIGURATION, check("--sarif", bad));
        JsonNode log = printed();
        assertEquals("2.1.0", log.path("version").asText());
        JsonNode result = log.at("/runs/0/results/0");
        assertEquals("error", result.path("level").asText());
        JsonNode location = result.at("/locations/0/physicalLocation");
        assertEquals(bad, location.at("/artifactLocation/uri").asText());
        assertEquals(3, location.at("/region/startLine").asInt());
        assertEquals(17, location.at("/region/startColumn").asInt());
    }

    @Test
    void aPair() throws IOException {
        String router =
                "vrrp_instance A {\ninterface lo0\nvirtual_router_id 7\npriority 100\nvirtual_ipaddress { 10.0.0.1 }\n}\n";
        String first = Files.writeString(folder.resolve("a.conf"), router).toString();
        String second = Files.writeString(folder.resolve("b.conf"), router).toString();
        assertEquals(ExitCode.OK, check("--pair", first, second));
        assertTrue(
                err.toString().contains(second + ":1:1: warning: 'A' has priority 100 as at " + first + ":1:1"),
                err.toString());
    }

    @Test
    void aPairIsTwoFiles() {
        assertEquals(ExitCode.USAGE, check("--pair", good));
        assertEquals("director: --pair needs two files\nTry 'director --help'.\n", err.toString());
    }

    @Test
    void oneFormatAtATime() {
        assertEquals(ExitCode.USAGE, check("--json", "--sarif", good));
    }
}
