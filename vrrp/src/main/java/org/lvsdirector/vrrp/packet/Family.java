package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The address family that an instance advertises in; it decides the header, the multicast group and how neighbours are told. */
public enum Family {
    /** Group 224.0.0.18 (RFC 9568, section 5.1.1.2). */
    IPV4(4, new byte[] {(byte) 224, 0, 0, 18}),
    /** Group ff02::12 (RFC 9568, section 5.1.2.2). */
    IPV6(16, new byte[] {(byte) 0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x12});

    private final int addressLength;
    private final InetAddress defaultGroup;

    Family(int addressLength, byte[] group) {
        this.addressLength = addressLength;
        try {
            this.defaultGroup = InetAddress.getByAddress(group);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a group of " + group.length + " bytes is no address", e);
        }
    }

    /** Bytes of one address: 4 or 16. */
    public int addressLength() {
        return addressLength;
    }

    /** The multicast group that the RFC assigns. */
    public InetAddress defaultGroup() {
        return defaultGroup;
    }

    /** The family of an address. */
    public static Family of(InetAddress address) {
        return address instanceof java.net.Inet4Address ? IPV4 : IPV6;
    }
}
