package org.lvsdirector.control.probe;

import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Running;

/** BIND on a simulated machine, with a signed zone {@code example.org} of every type that checks may ask for; it refuses all else. */
final class NameServer {
    private static final String CONFIGURATION = """
            options {
                directory "/run/named";
                pid-file none;
                session-keyfile none;
                listen-on { any; };
                recursion no;
                dnssec-validation no;
                allow-query { none; };
            };
            controls { };
            zone "example.org" {
                type primary;
                file "zone";
                notify no;
                allow-query { any; };
                dnssec-policy default;
                inline-signing yes;
            };
            zone "broken.example" {
                type primary;
                file "missing";
                notify no;
                allow-query { any; };
            };
            """;
    private static final String ZONE = """
            $TTL 60
            @ SOA ns.example.org. root.example.org. 1 60 60 600 60
            @ NS ns
            @ MX 10 www
            @ TXT "text"
            ns A 10.81.1.2
            www A 10.81.1.80
            www AAAA 2001:db8:81::80
            alias CNAME www
            """;

    private NameServer() {}

    /** Starts it; it does not answer at once. */
    static Running start(Host host) {
        host.write("/run/named/named.conf", CONFIGURATION);
        host.write("/run/named/zone", ZONE);
        return host.start("named", "-g", "-n", "1", "-c", "/run/named/named.conf");
    }
}
