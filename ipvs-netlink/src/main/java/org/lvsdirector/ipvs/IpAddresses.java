package org.lvsdirector.ipvs;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * IP addresses as text and bytes, without ever asking a name service, which {@link InetAddress#getByName} does for whatever is no
 * address.
 */
public final class IpAddresses {
    private static final int V4_BYTES = 4;
    private static final int V6_GROUPS = 8;
    private static final int HEX = 16;

    private IpAddresses() {}

    /**
     * Parses an IPv4 address in dotted decimal or an IPv6 address (RFC 4291, without brackets or scope).
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static InetAddress parse(String text) {
        byte[] bytes = text.indexOf(':') < 0 ? parseV4(text, text) : new Ipv6Parser(text).parse();
        return ofBytes(bytes);
    }

    /** The address with 4 or 16 bytes; 16 bytes stay IPv6 even where they carry an IPv4 address ({@code ::ffff:10.0.0.1}). */
    public static InetAddress ofBytes(byte[] bytes) {
        try {
            return bytes.length == V4_BYTES
                    ? InetAddress.getByAddress(bytes)
                    : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length, e);
        }
    }

    /** The address as text: IPv6 in the short form of RFC 5952, without brackets. */
    public static String format(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == V4_BYTES ? address.getHostAddress() : formatV6(bytes);
    }

    /** Address and port: {@code 10.0.0.1:80}, {@code [2001:db8::1]:80}. */
    public static String format(InetAddress address, int port) {
        String text = format(address);
        return text.indexOf(':') < 0 ? text + ":" + port : "[" + text + "]:" + port;
    }

    /** @param whole what the message of a failure names, of which {@code text} may be a part */
    static byte[] parseV4(String text, String whole) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[V4_BYTES];
        boolean good = parts.length == V4_BYTES;
        for (int i = 0; good && i < V4_BYTES; i++) {
            int value = decimalByte(parts[i]);
            good = value >= 0;
            bytes[i] = (byte) value;
        }
        if (!good) {
            throw new IllegalArgumentException("not an IP address: " + whole);
        }
        return bytes;
    }

    /** 0 to 255 without leading zeros, which some read as octal; -1 for anything else. */
    private static int decimalByte(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9' || i > 2) {
                return -1;
            }
            value = value * 10 + digit - '0';
        }
        boolean leadingZero = text.length() > 1 && text.charAt(0) == '0';
        return text.isEmpty() || leadingZero || value > 0xFF ? -1 : value;
    }

    private static String formatV6(byte[] bytes) {
        int[] groups = new int[V6_GROUPS];
        for (int i = 0; i < V6_GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << Byte.SIZE | (bytes[2 * i + 1] & 0xFF);
        }
        int gap = longestZeroRun(groups);
        int gapEnd = gap < 0 ? gap : endOfZeroRun(groups, gap);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < V6_GROUPS; i++) {
            if (i == gap) {
                text.append("::");
                i = gapEnd - 1;
            } else {
                if (i > 0 && i != gapEnd) {
                    text.append(':');
                }
                text.append(Integer.toString(groups[i], HEX));
            }
        }
        return text.toString();
    }

    /** Start of the first longest run of two zero groups or more; -1 if there is none (RFC 5952, section 4.2). */
    private static int longestZeroRun(int[] groups) {
        int best = -1;
        int bestLength = 1;
        for (int i = 0; i < V6_GROUPS; i++) {
            int length = endOfZeroRun(groups, i) - i;
            if (length > bestLength) {
                best = i;
                bestLength = length;
            }
        }
        return best;
    }

    private static int endOfZeroRun(int[] groups, int start) {
        int end = start;
        while (end < V6_GROUPS && groups[end] == 0) {
            end++;
        }
        return end;
    }
}
