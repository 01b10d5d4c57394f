package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;

/** The {@code virtual_server_group} blocks: lists of addresses, ranges and marks that share a virtual server. */
final class ServiceGroupReader {
    private final ServiceTargetReader targets;
    private final Names names;
    private final Problems problems;

    ServiceGroupReader(ServiceTargetReader targets, Problems problems) {
        this.targets = targets;
        this.names = new Names("virtual_server_group", problems);
        this.problems = problems;
    }

    /** All groups by name; a faulty line is reported and left out. */
    Map<String, List<ServiceTarget>> read(Block root) {
        Map<String, List<ServiceTarget>> groups = new HashMap<>();
        for (Entry opener : root.all("virtual_server_group")) {
            String name = names.of(opener);
            List<ServiceTarget> members = new ArrayList<>();
            for (Directive line : opener.directive().children()) {
                Entry entry = new Entry(opener.keyword(), line);
                ServiceTarget target =
                        line.word().equals("fwmark") ? targets.mark(entry, 0) : targets.range(entry, line.word());
                if (target != null) {
                    members.add(target);
                }
            }
            if (opener.directive().children().isEmpty()) {
                problems.error(
                        opener.place(),
                        "virtual_server_group '" + name + "' is empty",
                        "list ADDRESS [PORT] or fwmark NUMBER lines in it");
            }
            groups.putIfAbsent(name, members);
        }
        return groups;
    }
}
