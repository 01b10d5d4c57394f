package org.lvsdirector.config;

/**
 * {@code authentication} of VRRP version 2: a password in clear text in every advert (RFC 2338, 5.3.6.2).
 *
 * @param password at most 8 bytes in UTF-8
 */
public record Authentication(String password) {

    /** Hides the password: records end up in logs. */
    @Override
    public String toString() {
        return "Authentication[password=********]";
    }
}
