package org.lvsdirector.vrrp.linux;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.lvsdirector.vrrp.packet.Family;

/** Addresses that follow from the RFCs. */
final class Addresses {
    private Addresses() {}

    /** 127.0.0.1 or ::1. */
    static InetAddress loopback(Family family) {
        byte[] bytes = new byte[family.addressLength()];
        if (family == Family.IPV4) {
            bytes[0] = 127;
        }
        bytes[bytes.length - 1] = 1;
        return of(bytes);
    }

    /**
     * An address of 192.0.2.0/24 (RFC 5737) or 2001:db8::/120 (RFC 3849).
     *
     * @param number 0 to 255
     */
    static InetAddress documentation(Family family, int number) {
        byte[] bytes = new byte[family.addressLength()];
        byte[] prefix = family == Family.IPV4 ? new byte[] {(byte) 192, 0, 2} : new byte[] {0x20, 1, 0x0d, (byte) 0xb8};
        System.arraycopy(prefix, 0, bytes, 0, prefix.length);
        bytes[bytes.length - 1] = (byte) number;
        return of(bytes);
    }

    /** fe80::, the anycast address of a link's routers (RFC 4291, section 2.6.1), which no interface has for itself. */
    static Inet6Address linkLocal() {
        byte[] bytes = new byte[Family.IPV6.addressLength()];
        bytes[0] = (byte) 0xfe;
        bytes[1] = (byte) 0x80;
        return (Inet6Address) of(bytes);
    }

    /** Of an IPv6 address the group by which neighbours look for it (RFC 4291, section 2.7.1): ff02::1:ff00:0/104 and its last three bytes. */
    static InetAddress solicitedNodes(InetAddress address) {
        byte[] bytes = {(byte) 0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, (byte) 0xff, 0, 0, 0};
        System.arraycopy(address.getAddress(), bytes.length - 3, bytes, bytes.length - 3, 3);
        return of(bytes);
    }

    private static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(bytes.length + " bytes are no address", e);
        }
    }
}
