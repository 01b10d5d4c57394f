package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** What the driver has told of the machine around us. */
final class Surroundings {
    private final Links links = new Links();
    private final Readings readings = new Readings();
    private final Map<InstanceKey, InetAddress> sources = new HashMap<>();
    private final Scripts scripts;

    Surroundings(Scripts scripts) {
        this.scripts = scripts;
    }

    Links links() {
        return links;
    }

    LinkState link(String interfaceName) {
        return links.state(interfaceName);
    }

    Readings readings() {
        return readings;
    }

    /** The last value of a file, process or session, or null before the first. */
    @Nullable
    Integer reading(TrackerKind kind, String name) {
        return readings.last(kind, name);
    }

    void source(InstanceKey instance, @Nullable InetAddress address) {
        if (address == null) {
            sources.remove(instance);
        } else {
            sources.put(instance, address);
        }
    }

    /** Where advertisements of an instance come from, or null while there is no such address. */
    @Nullable
    InetAddress source(InstanceKey instance) {
        return sources.get(instance);
    }

    ScriptStatus.Standing script(String name) {
        return scripts.standing(name);
    }
}
