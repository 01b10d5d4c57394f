package org.lvsdirector.vrrp.packet;

/** Offsets and constants of the VRRP message (RFC 3768 and 9568, section 5.1) and of the IPv4 header (RFC 791) that carries it. */
final class WireFormat {
    static final int IP_PROTOCOL_VRRP = 112;
    static final int IP_PROTOCOL_AH = 51;
    static final int TTL = 255;
    static final int TYPE_ADVERTISEMENT = 1;

    /** Version in the high half, type in the low half of the byte. */
    static final int VERSION_TYPE = 0;

    static final int VRID = 1;
    static final int PRIORITY = 2;
    static final int ADDRESS_COUNT = 3;
    /** Version 2; in version 3 the reserved half byte and the high bits of the interval. */
    static final int AUTH_TYPE = 4;

    static final int INTERVAL = 5;
    static final int CHECKSUM = 6;
    static final int HEADER_LENGTH = 8;

    /** Bytes of a message of version 2 with as many addresses as the count can say. */
    static final int LARGEST_MESSAGE_V2 = HEADER_LENGTH + 255 * 4 + Authentication.DATA_LENGTH;

    /** The same of version 3 over IPv6, which is longest. */
    static final int LARGEST_MESSAGE = HEADER_LENGTH + 255 * 16;

    static final int V3_INTERVAL_MASK = 0x0FFF;
    static final int CENTIS_PER_SECOND = 100;

    static final int IP_VERSION_IHL = 0;
    static final int IP_TYPE_OF_SERVICE = 1;
    static final int IP_TOTAL_LENGTH = 2;
    static final int IP_IDENTIFICATION = 4;
    static final int IP_FRAGMENT = 6;
    static final int IP_TTL = 8;
    static final int IP_CHECKSUM = 10;
    static final int IP_SOURCE = 12;
    static final int IP_DESTINATION = 16;
    static final int IP_HEADER_LENGTH = 20;

    /** Precedence "internetwork control", as routing protocols use. */
    static final int IP_TOS = 0xC0;

    /** A datagram shorter than this arrives with padding when read below IP. */
    static final int ETHERNET_MIN_PAYLOAD = 46;

    private WireFormat() {}

    /** Bytes of a whole message. */
    static int messageLength(VrrpVersion version, Family family, int addressCount) {
        return HEADER_LENGTH + addressCount * family.addressLength() + authLength(version, family);
    }

    /** Bytes of authentication data at the end: version 2 over IPv4 always has them. */
    static int authLength(VrrpVersion version, Family family) {
        return version == VrrpVersion.V2 && family == Family.IPV4 ? Authentication.DATA_LENGTH : 0;
    }
}
