package org.lvsdirector.netlink.route;

import java.net.InetAddress;

/**
 * A range of addresses.
 *
 * @param address its first address; bits beyond the length are sent as they are, and the kernel refuses them in a route
 * @param length 0 to 32, or 0 to 128 for IPv6
 */
public record IpPrefix(InetAddress address, int length) {

    public IpPrefix {
        int widest = address.getAddress().length * Byte.SIZE;
        if (length < 0 || length > widest) {
            throw new IllegalArgumentException("prefix length " + length + " of " + address + " is not 0 to " + widest);
        }
    }

    /** {@code 192.168.1.0/24}. */
    public String text() {
        return address.getHostAddress() + "/" + length;
    }
}
