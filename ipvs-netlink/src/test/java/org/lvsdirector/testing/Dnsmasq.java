package org.lvsdirector.testing;

/** A name server of the zone {@code example.org}. */
public final class Dnsmasq {
    private Dnsmasq() {}

    /**
     * Starts it behind {@code eth0}; it does not answer at once.
     *
     * @param www the address of {@code www.example.org}
     */
    public static Running start(Host host, String www) {
        return host.start(
                "dnsmasq",
                "--keep-in-foreground",
                "--conf-file=/dev/null",
                "--user=root",
                "--pid-file=/run/dnsmasq.pid",
                "--no-resolv",
                "--no-hosts",
                "--auth-zone=example.org",
                "--auth-server=ns.example.org,eth0",
                "--host-record=www.example.org," + www);
    }
}
