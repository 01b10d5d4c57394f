package org.lvsdirector.vrrp.packet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a version 2 instance signs its advertisements and what it demands of others.
 *
 * @param password clear text; at most its first {@value #DATA_LENGTH} bytes (UTF-8) go on the wire, padded with zeros
 */
public record Authentication(AuthType type, String password) {
    /** Length of the authentication data that ends every version 2 advertisement over IPv4. */
    public static final int DATA_LENGTH = 8;

    /** No authentication: the eight bytes are zero. */
    public static final Authentication NONE = new Authentication(AuthType.NONE, "");

    /** Simple password. */
    public static Authentication pass(String password) {
        return new Authentication(AuthType.PASS, password);
    }

    /** The key of an authentication header. */
    public static Authentication header(String password) {
        return new Authentication(AuthType.AH, password);
    }

    /** The bytes that key a digest, as keepalived has them: the password's first eight. */
    byte[] key() {
        return Arrays.copyOf(password.getBytes(StandardCharsets.UTF_8), DATA_LENGTH);
    }

    /** The authentication data as one big-endian word; zero unless the type is PASS. */
    public long data() {
        if (type != AuthType.PASS) {
            return 0;
        }
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        long word = 0;
        for (int i = 0; i < DATA_LENGTH; i++) {
            word = word << Byte.SIZE | (i < bytes.length ? bytes[i] & 0xFF : 0);
        }
        return word;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return type.toString();
    }
}
