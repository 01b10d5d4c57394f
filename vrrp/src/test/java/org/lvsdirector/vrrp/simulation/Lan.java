package org.lvsdirector.vrrp.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A segment that loses, delays, reorders and falls apart as it is told. */
final class Lan {
    private final String interfaceName;
    private final Timeline timeline;
    private final Random random;
    private final Map<Integer, Host> hosts = new LinkedHashMap<>();
    private final Map<Integer, Integer> islands = new HashMap<>();
    private double loss;
    private long longestDelayNanos = 1;

    Lan(String interfaceName, Timeline timeline, Random random) {
        this.interfaceName = interfaceName;
        this.timeline = timeline;
        this.random = random;
    }

    void attach(Host host) {
        hosts.put(host.number(), host);
        islands.put(host.number(), 0);
    }

    String interfaceName() {
        return interfaceName;
    }

    void behave(double lossRate, long delayNanos) {
        loss = lossRate;
        longestDelayNanos = delayNanos;
    }

    /** Puts a host on an island: it hears only those on the same one. */
    void move(Host host, int island) {
        islands.put(host.number(), island);
    }

    boolean connected(Host left, Host right) {
        return islands.get(left.number()).equals(islands.get(right.number()));
    }

    void multicast(Host from, byte[] datagram) {
        for (Host to : hosts.values()) {
            if (to != from && connected(from, to) && random.nextDouble() >= loss) {
                timeline.after(random.nextLong(longestDelayNanos) + 1, () -> to.arrive(this, datagram));
            }
        }
    }
}
