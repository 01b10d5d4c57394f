package org.lvsdirector.ipvs;

import java.net.InetAddress;
import java.util.Arrays;

/** {@code union nf_inet_addr}: 16 bytes, of which an IPv4 address has the first four. */
final class AddressCodec {
    static final int BYTES = 16;

    private AddressCodec() {}

    static InetAddress read(byte[] union, int family) {
        int length = AddressFamily.ofNumber(family).addressBytes();
        return IpAddresses.ofBytes(Arrays.copyOf(union, length));
    }
}
