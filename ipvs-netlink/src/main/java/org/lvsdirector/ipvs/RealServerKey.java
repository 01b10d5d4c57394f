package org.lvsdirector.ipvs;

import java.net.InetAddress;

/**
 * What identifies a real server within its service.
 *
 * @param port 0 to 65535; 0 keeps the client's port (services by mark, or of every port)
 */
public record RealServerKey(InetAddress address, int port) {
    public RealServerKey {
        Ranges.requirePort(port);
    }

    public AddressFamily family() {
        return AddressFamily.of(address);
    }
}
