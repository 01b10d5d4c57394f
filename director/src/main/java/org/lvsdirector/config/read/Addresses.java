package org.lvsdirector.config.read;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.AddressFamily;

/** Addresses in digits, as inet_pton(3) reads them; nothing is ever looked up. */
final class Addresses {
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private Addresses() {}

    /** The address, or null if the text is none. An IPv4 address mapped into IPv6 stays IPv6. */
    static @Nullable InetAddress parse(String text) {
        byte[] bytes = text.indexOf(':') >= 0 ? ipv6(text) : ipv4(text, 0, text.length());
        return bytes == null ? null : of(bytes);
    }

    /** The address with these 4 or 16 bytes. */
    static InetAddress of(byte[] bytes) {
        try {
            return bytes.length == IPV6_BYTES
                    ? Inet6Address.getByAddress(null, bytes, -1)
                    : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(bytes.length + " bytes are no address", e);
        }
    }

    /** A family's name as people write it. */
    static String name(AddressFamily family) {
        return family == AddressFamily.IPV4 ? "IPv4" : "IPv6";
    }

    private static byte @Nullable [] ipv4(String text, int from, int to) {
        byte[] bytes = new byte[IPV4_BYTES];
        int i = from;
        for (int part = 0; part < IPV4_BYTES; part++) {
            if (part > 0 && (i >= to || text.charAt(i++) != '.')) {
                return null;
            }
            int start = i;
            int value = 0;
            while (i < to && i - start < 3 && isDigit(text.charAt(i))) {
                value = value * 10 + (text.charAt(i++) - '0');
            }
            boolean leadingZero = i - start > 1 && text.charAt(start) == '0';
            if (i == start || value > 0xFF || leadingZero) {
                return null;
            }
            bytes[part] = (byte) value;
        }
        return i == to ? bytes : null;
    }

    private static byte @Nullable [] ipv6(String text) {
        byte[] bytes = new byte[IPV6_BYTES];
        int filled = 0;
        int gap = -1;
        int i = 0;
        if (text.startsWith("::")) {
            gap = 0;
            i = 2;
        }
        while (i < text.length()) {
            int end = text.indexOf(':', i);
            end = end < 0 ? text.length() : end;
            byte[] group = group(text, i, end);
            if (group == null || filled + group.length > IPV6_BYTES) {
                return null;
            }
            System.arraycopy(group, 0, bytes, filled, group.length);
            filled += group.length;
            if (end == text.length()) {
                break;
            }
            i = end + 1;
            if (i == text.length() || group.length != 2) {
                return null;
            }
            if (text.charAt(i) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = filled;
                i++;
            }
        }
        return spread(bytes, filled, gap);
    }

    /** One to four hexadecimal digits, or an IPv4 address at the very end. */
    private static byte @Nullable [] group(String text, int from, int to) {
        if (to == text.length() && text.indexOf('.', from) >= 0) {
            return ipv4(text, from, to);
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > 'f') {
                return null;
            }
            value = (value << 4) | digit;
        }
        return to == from || to - from > 4 ? null : new byte[] {(byte) (value >> 8), (byte) value};
    }

    /** Moves what follows the gap to the end. */
    private static byte @Nullable [] spread(byte[] bytes, int filled, int gap) {
        if (gap < 0) {
            return filled == IPV6_BYTES ? bytes : null;
        }
        if (filled > IPV6_BYTES - 2) {
            return null;
        }
        byte[] spread = new byte[IPV6_BYTES];
        System.arraycopy(bytes, 0, spread, 0, gap);
        System.arraycopy(bytes, gap, spread, IPV6_BYTES - (filled - gap), filled - gap);
        return spread;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
