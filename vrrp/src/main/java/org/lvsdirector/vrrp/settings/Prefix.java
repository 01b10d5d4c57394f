package org.lvsdirector.vrrp.settings;

import java.net.InetAddress;

/**
 * A range of addresses.
 *
 * @param length 0 to 32, or 0 to 128 for IPv6
 */
public record Prefix(InetAddress address, int length) {

    /** {@code 192.168.1.0/24}. */
    public String text() {
        return address.getHostAddress() + "/" + length;
    }
}
