package org.lvsdirector.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lvsdirector.cli.CheckCommand.CheckedFile;
import org.lvsdirector.config.syntax.Problem;
import org.lvsdirector.control.link.Json;

/**
 * The outcome of {@code director check} for programs: {@code {"files": [{"file", "accepted", "problems": [{"severity", "file", "line",
 * "column", "message", "advice"}]}]}}. Lines and columns count from 1; {@code advice} may be empty.
 */
final class CheckJson {
    private CheckJson() {}

    static JsonNode of(List<CheckedFile> checked) {
        ObjectNode report = Json.mapper().createObjectNode();
        ArrayNode files = report.putArray("files");
        for (CheckedFile one : checked) {
            ObjectNode file = files.addObject();
            file.put("file", one.file().toString());
            file.put("accepted", one.result().accepted());
            ArrayNode problems = file.putArray("problems");
            one.result().problems().forEach(problem -> add(problems.addObject(), problem));
        }
        return report;
    }

    private static void add(ObjectNode node, Problem problem) {
        node.put("severity", problem.severity().word());
        node.put("file", problem.place().file());
        node.put("line", problem.place().line());
        node.put("column", problem.place().column());
        node.put("message", problem.message());
        node.put("advice", problem.advice());
        ArrayNode uses = node.putArray("usedAt");
        problem.uses().forEach(use -> uses.add(use.toString()));
    }
}
