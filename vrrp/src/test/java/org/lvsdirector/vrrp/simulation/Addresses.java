package org.lvsdirector.vrrp.simulation;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** IPv4 addresses by number. */
final class Addresses {
    private Addresses() {}

    static InetAddress of(int a, int b, int c, int d) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
