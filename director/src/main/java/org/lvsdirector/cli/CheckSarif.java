package org.lvsdirector.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lvsdirector.cli.CheckCommand.CheckedFile;
import org.lvsdirector.config.syntax.Problem;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.control.Version;
import org.lvsdirector.control.link.Json;

/** The outcome of {@code director check} as a SARIF 2.1.0 log of one run (OASIS, sections 3.13, 3.14 and 3.27). */
final class CheckSarif {
    private CheckSarif() {}

    static JsonNode of(List<CheckedFile> checked) {
        ObjectNode log = Json.mapper().createObjectNode();
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "lvs-director");
        driver.put("version", Version.NUMBER);
        // Columns are characters, not UTF-16 units (3.14.27).
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        for (CheckedFile one : checked) {
            one.result().problems().forEach(problem -> add(results.addObject(), problem));
        }
        return log;
    }

    private static void add(ObjectNode result, Problem problem) {
        result.put("level", problem.severity().word());
        String advice = problem.advice();
        result.putObject("message")
                .put("text", advice.isEmpty() ? problem.message() : problem.message() + ": " + advice);
        SourcePlace place = problem.place();
        ObjectNode location = result.putArray("locations").addObject().putObject("physicalLocation");
        location.putObject("artifactLocation").put("uri", place.file());
        location.putObject("region").put("startLine", place.line()).put("startColumn", place.column());
    }
}
