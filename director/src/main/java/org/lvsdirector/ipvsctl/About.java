package org.lvsdirector.ipvsctl;

/** What {@code -v} and {@code -h} print. */
final class About {
    /** The kernel interface that ipvsadm 1.31 was made for, and that we speak too. */
    private static final String IPVS_VERSION = "IPVS v1.2.1";

    private About() {}

    static String version(Surroundings surroundings) {
        return surroundings.personality().programName().equals("ipvsadm")
                ? "ipvsadm v1.31 2019/12/24 (compiled with popt and " + IPVS_VERSION + ")"
                : "ipvsctl " + surroundings.version() + " (options of ipvsadm v1.31, " + IPVS_VERSION + ")";
    }

    static String help(Personality personality) {
        String text = personality.isExtended() ? TEXT + OURS : TEXT;
        return text.replace("PROGRAM", personality.programName()).stripTrailing();
    }

    private static final String TEXT = """

            The command comes first, then its options:
              PROGRAM -A|-E SERVICE [-s SCHEDULER] [-p [SECONDS]] [-M MASK] [--pe ENGINE] [-b FLAGS] [-o]
              PROGRAM -a|-e SERVICE -r ADDRESS[:PORT] [-g|-i|-m] [-w WEIGHT] [-x UPPER] [-y LOWER] [TUNNEL]
              PROGRAM -D SERVICE                 remove a service and its real servers
              PROGRAM -d SERVICE -r ADDRESS[:PORT]
              PROGRAM -C                         remove everything
              PROGRAM -L|-l [SERVICE] [-n] [-X] [--stats|--rate|--thresholds|--persistent-conn|--tun-info] [--nosort]
              PROGRAM -L -c [--persistent-conn] | --timeout | --daemon
              PROGRAM -S [-n]                    print the table as command lines
              PROGRAM -R                         run command lines from standard input
              PROGRAM -Z [SERVICE]               zero the counters
              PROGRAM --set TCP TCPFIN UDP       connection timeouts in seconds, 0 keeps one
              PROGRAM --start-daemon master|backup [--mcast-interface NAME] [--syncid ID] [--sync-maxlen BYTES]
                      [--mcast-group ADDRESS] [--mcast-port PORT] [--mcast-ttl TTL]
              PROGRAM --stop-daemon master|backup [--syncid ID]
              PROGRAM -v | -h

            SERVICE is one of:
              -t, --tcp-service ADDRESS[:PORT]      -u, --udp-service ADDRESS[:PORT]
              --sctp-service ADDRESS[:PORT]         -f, --fwmark-service MARK [-6]

            Services:
              -s, --scheduler NAME      rr wrr lc wlc (the default) lblc lblcr dh sh sed nq fo ovf mh
              -p, --persistent [SECONDS]  keep a client at its real server, for 360 s unless said otherwise
              -M, --netmask MASK        clients of one net count as one: a mask, or a prefix length for IPv6
              --pe ENGINE               persistence engine: sip
              -b, --sched-flags FLAGS   sh-fallback sh-port mh-fallback mh-port flag-1 flag-2 flag-3, with commas
              -o, --ops                 schedule each packet of UDP alone

            Real servers:
              -g, --gatewaying          direct routing (the default)
              -m, --masquerading        address translation
              -i, --ipip                tunnel: --tun-type ipip|gue|gre --tun-port PORT
                                        --tun-nocsum|--tun-csum|--tun-remcsum
              -w, --weight N            share of new connections, 1 unless said otherwise; 0 for none
              -x, --u-threshold N       no new connections above N
              -y, --l-threshold N       new connections again below N

            Listings:
              -n, --numeric             numbers instead of names of hosts and ports
              -X, --exact               counters in full
              --nosort                  in the kernel's order

            """;

    private static final String OURS = """
            Beyond ipvsadm:
              PROGRAM diff FILE [--json]         how the table differs from a saved one; - is standard input
              PROGRAM apply FILE [--dry-run]     make the table what the file says, by its differences alone
              PROGRAM watch [-n] [--interval SECONDS] [--sort-by COLUMN] [FILTER]   rates, again and again
              --json                    listings as JSON
              -r ADDRESS[:PORT], --protocol tcp|udp|sctp|fwm, with -c also -t -u --sctp-service and --state STATE:
                                        filters of -L and -L -c

            See ipvsctl(8).
            """;
}
