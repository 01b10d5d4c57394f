package org.lvsdirector.vrrp.packet;

/** What the checksum of version 3 over IPv4 covers besides the message: routers do not agree (RFC 5798 and RFC 9568, section 5.2.8). */
public enum ChecksumForm {
    /** A pseudo header; over unicast, keepalived's old form once a peer is heard to use it. */
    PSEUDO_HEADER,
    /** A pseudo header, and never the old form. */
    PSEUDO_HEADER_ONLY,
    /** No pseudo header, as in version 2: RFC 9568 over IPv4, Cisco, Juniper. With it both forms are understood. */
    MESSAGE_ONLY,
    /** A pseudo header with the multicast group for a destination: what keepalived up to 1.3.6 sent over unicast. */
    OLD_UNICAST
}
