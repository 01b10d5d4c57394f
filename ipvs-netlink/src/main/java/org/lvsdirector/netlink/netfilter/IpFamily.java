package org.lvsdirector.netlink.netfilter;

import java.net.Inet4Address;
import java.net.InetAddress;

/** What differs between the tables of IPv4 and IPv6. */
enum IpFamily {
    IPV4("ip", NftConstants.NFPROTO_IPV4, 4, 7, 1, 12, 16),
    IPV6("ip6", NftConstants.NFPROTO_IPV6, 16, 8, 2, 8, 24);

    private final String word;
    private final int nfproto;
    private final int addressLength;
    private final int keyType;
    private final int setId;
    private final int sourceOffset;
    private final int destinationOffset;

    IpFamily(
            String word,
            int nfproto,
            int addressLength,
            int keyType,
            int setId,
            int sourceOffset,
            int destinationOffset) {
        this.word = word;
        this.nfproto = nfproto;
        this.addressLength = addressLength;
        this.keyType = keyType;
        this.setId = setId;
        this.sourceOffset = sourceOffset;
        this.destinationOffset = destinationOffset;
    }

    boolean has(InetAddress address) {
        return address instanceof Inet4Address == (this == IPV4);
    }

    /** As nft writes it. */
    String word() {
        return word;
    }

    /** {@code nfgen_family}. */
    int nfproto() {
        return nfproto;
    }

    /** Bytes of one address. */
    int addressLength() {
        return addressLength;
    }

    /** nft's own number of a set's key type, {@code ipv4_addr} or {@code ipv6_addr}; the kernel only stores it. */
    int keyType() {
        return keyType;
    }

    /** The set's number within a transaction that makes both. */
    int setId() {
        return setId;
    }

    /** Where the source address is, from the start of the IP header. */
    int sourceOffset() {
        return sourceOffset;
    }

    /** Where the destination address is, from the start of the IP header. */
    int destinationOffset() {
        return destinationOffset;
    }
}
