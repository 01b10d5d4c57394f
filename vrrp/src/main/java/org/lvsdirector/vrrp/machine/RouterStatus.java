package org.lvsdirector.vrrp.machine;

import java.util.List;

/** A view of the whole router at one moment. */
public record RouterStatus(
        List<InstanceStatus> instances,
        List<GroupStatus> groups,
        List<ScriptStatus> scripts,
        List<ReadingStatus> readings) {
    public RouterStatus {
        instances = List.copyOf(instances);
        groups = List.copyOf(groups);
        scripts = List.copyOf(scripts);
        readings = List.copyOf(readings);
    }
}
