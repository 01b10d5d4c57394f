package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.InstanceKey;

/** What the driver has told of the machine around us. */
final class Surroundings {
    private final Map<String, LinkState> links = new HashMap<>();
    private final Map<InstanceKey, InetAddress> sources = new HashMap<>();
    private final Scripts scripts;

    Surroundings(Scripts scripts) {
        this.scripts = scripts;
    }

    /** Takes in the state of an interface. Returns whether that is news. */
    boolean link(String interfaceName, LinkState state) {
        return links.put(interfaceName, state) != state;
    }

    /** An interface that nobody told of is missing. */
    LinkState link(String interfaceName) {
        return links.getOrDefault(interfaceName, LinkState.MISSING);
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
