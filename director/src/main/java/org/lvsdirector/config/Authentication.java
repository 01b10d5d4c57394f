package org.lvsdirector.config;

/**
 * {@code authentication} of VRRP version 2 (RFC 2338, 5.3.6).
 *
 * @param header true for an IPsec authentication header, which the password keys; false for the password in clear text in every advert
 * @param password at most 8 bytes in UTF-8
 */
public record Authentication(boolean header, String password) {

    /** Hides the password: records end up in logs. */
    @Override
    public String toString() {
        return "Authentication[" + (header ? "AH" : "PASS") + ", password=********]";
    }
}
