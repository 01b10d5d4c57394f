package org.lvsdirector.vrrp.packet;

/** Why a received packet is no advertisement for an instance, in the order in which the checks are made. */
public enum Rejection {
    /** Shorter than its own header, or not of the length that version and address count ask for. */
    LENGTH("packet length"),
    /** TTL or hop limit is not 255: the packet came through a router (RFC 3768, section 5.2.3). */
    TTL("TTL is not 255"),
    /** Another protocol version than the instance's. */
    VERSION("protocol version"),
    /** Another virtual router id than the instance's. */
    VRID("virtual router id"),
    /** Without the trailer that {@code auth_hmac} demands. */
    TRAILER_MISSING("no authentication trailer"),
    /** Another kind of trailer than ours, or one with something where nothing must be. */
    TRAILER_MALFORMED("authentication trailer"),
    /** Signed at another time than now: an old packet, or a clock that is wrong. */
    TRAILER_STALE("time of the authentication trailer"),
    /** Signed with a key that is not configured here. */
    TRAILER_KEY("key of the authentication trailer"),
    /** The digest of the trailer does not come out: a changed packet, or another key of that number. */
    TRAILER_DIGEST("digest of the authentication trailer"),
    /** The number of the trailer, or a later one, was heard of this sender before. */
    TRAILER_REPLAY("number of the authentication trailer"),
    /** No such authentication type. */
    AUTH_TYPE_INVALID("unknown authentication type"),
    /** A valid authentication type, but not the instance's. */
    AUTH_TYPE_MISMATCH("authentication type"),
    /** Wrong password. */
    AUTH_FAILURE("password"),
    /** No authentication header of the length that HMAC-MD5-96 has, or something else than VRRP behind it. */
    AH_HEADER("authentication header"),
    /** The security parameter index is not the source address. */
    AH_SPI("security parameter index"),
    /** An older sequence number than one heard before. */
    AH_REPLAY("sequence number"),
    /** The digest does not come out: a changed packet, or another key. */
    AH_DIGEST("digest"),
    /** Version 2 wants the same advertisement interval on all routers (RFC 3768, section 7.1). */
    INTERVAL("advertisement interval"),
    /** The type field is not 1, ADVERTISEMENT. */
    TYPE("packet type"),
    /** The total length in the IP header differs from what arrived. */
    IP_LENGTH("total length in the IP header"),
    /** The Internet checksum does not come out. */
    CHECKSUM("checksum"),
    /** Multicast to an instance that uses unicast, or the other way round. */
    DESTINATION("multicast instead of unicast, or the other way round"),
    /** With {@code check_unicast_src}: the source is none of the unicast peers. */
    UNICAST_SOURCE("source is no unicast peer"),
    /** With {@code check_unicast_src}: the TTL or hop limit is outside the bounds for that peer. */
    UNICAST_TTL("TTL outside the bounds for the unicast peer");

    private final String words;

    Rejection(String words) {
        this.words = words;
    }

    /** For people: what was wrong. */
    public String words() {
        return words;
    }
}
