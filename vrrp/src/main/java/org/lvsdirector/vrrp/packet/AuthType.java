package org.lvsdirector.vrrp.packet;

/** Authentication type field of a version 2 advertisement (RFC 2338, section 5.3.6; reserved since RFC 3768). */
public enum AuthType {
    NONE(0),
    /** Eight bytes of clear text. */
    PASS(1),
    /** IPsec authentication header with HMAC-MD5-96. */
    AH(2);

    private final int code;

    AuthType(int code) {
        this.code = code;
    }

    /** The value of the field. */
    public int code() {
        return code;
    }
}
