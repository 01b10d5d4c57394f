package org.lvsdirector.config.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.config.GarpGroupConfig;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;

/** The {@code garp_group} blocks. */
final class GarpGroupReader {
    private final Blocks blocks;
    private final Problems problems;
    private final Set<String> taken = new HashSet<>();

    GarpGroupReader(Blocks blocks, Problems problems) {
        this.blocks = blocks;
        this.problems = problems;
    }

    List<GarpGroupConfig> read(Block root) {
        List<GarpGroupConfig> groups = new ArrayList<>();
        for (Entry opener : root.all("garp_group")) {
            groups.add(group(blocks.of(opener)));
        }
        return groups;
    }

    private GarpGroupConfig group(Block block) {
        if (!block.has("garp_interval") && !block.has("gna_interval")) {
            problems.error(
                    block.place(),
                    "the garp_group has no interval",
                    "add garp_interval SECONDS or gna_interval SECONDS");
        }
        if (block.has("interface") && block.has("interfaces")) {
            problems.error(
                    block.placeOf("interface"),
                    "a garp_group has either 'interface' or 'interfaces'",
                    "move it into the block of interfaces");
        }
        Set<String> interfaces = new LinkedHashSet<>();
        String single = block.text("interface");
        if (single != null) {
            interfaces.add(single);
        }
        for (Entry opener : block.all("interfaces")) {
            for (Directive line : opener.directive().children()) {
                interfaces.add(line.word());
                interfaces.addAll(
                        line.arguments().stream().map(Object::toString).toList());
            }
        }
        if (interfaces.isEmpty()) {
            problems.error(block.place(), "the garp_group has no interface", "add: interface NAME");
        }
        for (String name : interfaces) {
            if (!taken.add(name)) {
                problems.error(block.place(), "'" + name + "' is in two garp_groups", "keep one of them");
            }
        }
        return new GarpGroupConfig(
                interfaces, block.time("garp_interval", Duration.ZERO), block.time("gna_interval", Duration.ZERO));
    }
}
