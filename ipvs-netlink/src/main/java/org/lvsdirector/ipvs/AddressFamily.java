package org.lvsdirector.ipvs;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Address family of a service or a real server, with its kernel number ({@code AF_INET}, {@code AF_INET6}). */
public enum AddressFamily {
    IPV4(2, 4),
    IPV6(10, 16);

    private final int number;
    private final int addressBytes;

    AddressFamily(int number, int addressBytes) {
        this.number = number;
        this.addressBytes = addressBytes;
    }

    /** The kernel's number of this family, as in {@code sa_family_t}. */
    public int number() {
        return number;
    }

    /** Length of one address of this family in bytes: 4 or 16. */
    public int addressBytes() {
        return addressBytes;
    }

    /** Length of one address of this family in bits: the prefix of a single host. */
    public int addressBits() {
        return addressBytes * Byte.SIZE;
    }

    /** The family of an address; every {@link InetAddress} is one of the two. */
    public static AddressFamily of(InetAddress address) {
        if (address instanceof Inet4Address) {
            return IPV4;
        }
        if (address instanceof Inet6Address) {
            return IPV6;
        }
        throw new IllegalArgumentException("neither IPv4 nor IPv6: " + address);
    }

    /**
     * The family with a kernel number.
     *
     * @throws IllegalArgumentException for any number but 2 and 10
     */
    public static AddressFamily ofNumber(int number) {
        for (AddressFamily family : values()) {
            if (family.number == number) {
                return family;
            }
        }
        throw new IllegalArgumentException("no address family that IPVS knows has number " + number);
    }
}
