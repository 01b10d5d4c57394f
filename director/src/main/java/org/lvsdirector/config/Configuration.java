package org.lvsdirector.config;

import java.util.List;

/**
 * A whole configuration, validated, with every default filled in. Lists keep the order of the files. Names in it are resolved: a tracked
 * script exists in {@link #scripts()}, a sync group's member in {@link #instances()}.
 */
public record Configuration(
        GlobalConfig globals,
        List<VrrpScriptConfig> scripts,
        List<SyncGroupConfig> syncGroups,
        List<VrrpInstanceConfig> instances,
        StaticConfig statics,
        List<GarpGroupConfig> garpGroups,
        List<VirtualServerConfig> virtualServers,
        TrackingConfig tracking) {
    public Configuration {
        scripts = List.copyOf(scripts);
        syncGroups = List.copyOf(syncGroups);
        instances = List.copyOf(instances);
        garpGroups = List.copyOf(garpGroups);
        virtualServers = List.copyOf(virtualServers);
    }

    /** True when there is work for the process that holds the virtual and the static addresses and the BFD sessions. */
    public boolean needsVrrp() {
        return !instances.isEmpty()
                || !statics.isEmpty()
                || !tracking.sessions().isEmpty();
    }

    /** True when there is work for the process that owns the checks and the IPVS table. */
    public boolean needsCheckers() {
        return !virtualServers.isEmpty() || globals.lvs().syncDaemon() != null;
    }
}
