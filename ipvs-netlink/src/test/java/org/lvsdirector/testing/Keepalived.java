package org.lvsdirector.testing;

/** The real keepalived's VRRP process on a simulated machine (whose /run is its own), in the foreground with its log captured. */
public final class Keepalived {
    /** Where a machine has its configuration. */
    public static final String CONFIGURATION = "/run/keepalived.conf";

    private Keepalived() {}

    /** Writes its configuration and starts it. */
    public static Running start(Host host, String configuration) {
        host.write(CONFIGURATION, configuration);
        return start(host);
    }

    /** Starts it with the configuration that is there. */
    public static Running start(Host host) {
        return host.start(
                "keepalived", "-n", "-l", "-D", "-P", "-f", CONFIGURATION, "-p", "/run/k.pid", "-r", "/run/kv.pid");
    }
}
