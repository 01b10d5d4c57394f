package org.lvsdirector.testing;

import java.util.HashMap;
import java.util.Map;

/** A switched network: a bridge in a namespace of its own, so that no interface name can clash with this machine's. */
public final class Lan implements AutoCloseable {
    /** {@code BR_STATE_*} of linux/if_bridge.h; a blocked port of a bridge without spanning tree forwards again at once. */
    private static final String BRIDGE_PORT_DISABLED = "0";

    private static final String BRIDGE_PORT_FORWARDING = "3";

    private final String name;
    private final Host bridge;
    private final Map<Host, String> ports = new HashMap<>();

    Lan(String name) {
        this.name = name;
        bridge = new Host(name);
        bridge.exec("ip", "link", "add", "bridge", "up", "type", "bridge", "mcast_snooping", "0");
    }

    void connect(Host host, String interfaceName) {
        String port = "port" + (ports.size() + 1);
        Commands.run(
                        "ip",
                        "link",
                        "add",
                        "name",
                        interfaceName,
                        "netns",
                        Long.toString(host.pid()),
                        "type",
                        "veth",
                        "peer",
                        "name",
                        port,
                        "netns",
                        Long.toString(bridge.pid()))
                .orFail();
        bridge.exec("ip", "link", "set", port, "master", "bridge", "up");
        ports.put(host, port);
    }

    /** Pulls the host's cable out of this network: its interface loses its carrier. */
    public void cut(Host host) {
        bridge.exec("ip", "link", "set", portOf(host), "down");
    }

    /** Puts the host's cable back. */
    public void mend(Host host) {
        bridge.exec("ip", "link", "set", portOf(host), "up");
    }

    /** The switch forwards nothing from or to the host any more; the host's link stays up, so that it cannot know. */
    public void isolate(Host host) {
        forward(host, BRIDGE_PORT_DISABLED);
    }

    /** Ends that. */
    public void rejoin(Host host) {
        forward(host, BRIDGE_PORT_FORWARDING);
    }

    private void forward(Host host, String state) {
        bridge.exec("bridge", "link", "set", "dev", portOf(host), "state", state);
    }

    private String portOf(Host host) {
        String port = ports.get(host);
        if (port == null) {
            throw new AssertionError(host + " is not on " + this);
        }
        return port;
    }

    /** Records everything that crosses this network and matches tcpdump's {@code filter}. */
    public Capture capture(String filter) {
        return bridge.capture("bridge", filter);
    }

    @Override
    public void close() {
        bridge.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
