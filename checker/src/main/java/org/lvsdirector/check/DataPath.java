package org.lvsdirector.check;

import java.net.InetAddress;
import java.util.List;

/**
 * The way that clients' packets take to one real server: to the service's address, forwarded by the kernel because of a mark that stands for
 * this real server alone.
 *
 * @param addresses of the virtual service, at least one
 * @param port of the virtual service
 * @param mark of the probe's packets, unsigned 32 bits, not 0
 */
public record DataPath(List<InetAddress> addresses, int port, long mark) {
    public DataPath {
        addresses = List.copyOf(addresses);
    }
}
