package org.lvsdirector.ipvs;

import java.util.Arrays;

/** Parses the text forms of IPv6 addresses of RFC 4291, section 2.2. */
final class Ipv6Parser {
    private static final int BYTES = 16;
    private static final int HEX = 16;
    private static final int MAX_DIGITS = 4;

    private final String text;
    private final byte[] bytes = new byte[BYTES];
    private int length;
    private int gap = -1;

    Ipv6Parser(String text) {
        this.text = text;
    }

    byte[] parse() {
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        } else if (text.startsWith(":")) {
            throw bad();
        }
        while (at < text.length()) {
            int end = text.indexOf(':', at);
            String part = text.substring(at, end < 0 ? text.length() : end);
            if (part.indexOf('.') >= 0) {
                append(IpAddresses.parseV4(part, text));
                if (end >= 0) {
                    throw bad(); // only the last part may be an IPv4 address
                }
            } else {
                appendGroup(part);
            }
            if (end < 0) {
                break;
            }
            at = end + 1;
            if (text.startsWith(":", at)) {
                if (gap >= 0) {
                    throw bad();
                }
                gap = length;
                at++;
            } else if (at == text.length()) {
                throw bad(); // ends with a single colon
            }
        }
        return spread();
    }

    private void appendGroup(String part) {
        if (part.isEmpty() || part.length() > MAX_DIGITS) {
            throw bad();
        }
        int value = 0;
        for (int i = 0; i < part.length(); i++) {
            char character = part.charAt(i);
            int digit = character < 128 ? Character.digit(character, HEX) : -1;
            if (digit < 0) {
                throw bad();
            }
            value = value * HEX + digit;
        }
        append(new byte[] {(byte) (value >>> Byte.SIZE), (byte) value});
    }

    private void append(byte[] more) {
        if (length + more.length > BYTES) {
            throw bad();
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** Puts the zeros of {@code ::} in its place. */
    private byte[] spread() {
        boolean complete = length == BYTES;
        if (complete != (gap < 0)) {
            throw bad();
        }
        if (!complete) {
            int behind = length - gap;
            System.arraycopy(bytes, gap, bytes, BYTES - behind, behind);
            Arrays.fill(bytes, gap, BYTES - behind, (byte) 0);
        }
        return bytes;
    }

    private IllegalArgumentException bad() {
        return new IllegalArgumentException("not an IP address: " + text);
    }
}
