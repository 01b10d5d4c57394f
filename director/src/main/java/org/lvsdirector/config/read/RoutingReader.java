package org.lvsdirector.config.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.RoutingConfig;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourceLoader;

/** Blocks of routes and rules, virtual and static ones. */
final class RoutingReader {
    private final RoutingNames names;
    private final RulePriorities priorities = new RulePriorities();
    private final Problems problems;

    RoutingReader(SourceLoader loader, List<Path> folders, Problems problems) {
        this.names = new RoutingNames(loader, folders);
        this.problems = problems;
    }

    RoutingConfig read(Block block, String routesWord, String rulesWord) {
        return new RoutingConfig(
                lines(block, routesWord, line -> new RouteLineReader(line, names, problems).read()),
                lines(block, rulesWord, line -> new RuleLineReader(line, names, priorities, problems).read()));
    }

    private static List<RoutingConfig.Line> lines(
            Block block, String word, Function<Directive, RoutingConfig.@Nullable Line> reader) {
        List<RoutingConfig.Line> lines = new ArrayList<>();
        for (Entry opener : block.all(word)) {
            for (Directive directive : opener.directive().children()) {
                RoutingConfig.Line line = reader.apply(directive);
                if (line != null) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }
}
