package org.lvsdirector.ipvs;

/** Connection timeouts in seconds, 0 to 2^31-1; in {@link Ipvs#setTimeouts} 0 keeps the present one. */
public record IpvsTimeouts(int tcp, int tcpFin, int udp) {
    public IpvsTimeouts {
        Ranges.requireNotNegative("tcp timeout", tcp);
        Ranges.requireNotNegative("tcpfin timeout", tcpFin);
        Ranges.requireNotNegative("udp timeout", udp);
    }
}
