package org.lvsdirector.ipvsctl.names;

import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpAddresses;

/** Addresses as text, by the rules of the C library: {@code inet_aton}, {@code inet_pton} and {@code inet_ntop}. */
public final class AddressText {
    private static final int IPV4_BYTES = 4;
    /** Where an IPv6 address with an IPv4 one in it has its mark: {@link #MAPPED}, or 0 if it is merely compatible. */
    private static final int MARK_AT = 10;

    private static final int IPV4_AT = 12;
    private static final int LAST_GROUP = 14;
    private static final int MAPPED = 0xFFFF;

    private AddressText() {}

    /**
     * An IPv4 address in one to four parts, each decimal, octal with a leading 0 or hexadecimal with a leading 0x, the last one
     * filling all the bytes that are left; or null.
     */
    public static @Nullable InetAddress ipv4(String text) {
        long address = 0;
        int parts = 0;
        int start = 0;
        while (true) {
            int dot = text.indexOf('.', start);
            boolean last = dot < 0;
            long part = part(last ? text.substring(start) : text.substring(start, dot));
            parts++;
            long most = last ? 0xFFFF_FFFFL >>> (Byte.SIZE * (parts - 1)) : 0xFF;
            if (part < 0 || part > most || parts > Integer.BYTES) {
                return null;
            }
            if (last) {
                return ofBytes(address << (Byte.SIZE * (Integer.BYTES - parts + 1)) | part);
            }
            address = address << Byte.SIZE | part;
            start = dot + 1;
        }
    }

    private static long part(String text) {
        try {
            if (text.isEmpty() || Character.digit(text.charAt(0), 10) < 0) {
                return -1;
            }
            if (text.startsWith("0x") || text.startsWith("0X")) {
                return Long.parseLong(text.substring(2), 16);
            }
            return Long.parseLong(text, text.startsWith("0") ? 8 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static InetAddress ofBytes(long address) {
        return IpAddresses.ofBytes(
                new byte[] {(byte) (address >>> 24), (byte) (address >>> 16), (byte) (address >>> 8), (byte) address});
    }

    /** An IPv6 address without brackets or scope, or null. */
    public static @Nullable InetAddress ipv6(String text) {
        // An IPv4 address and port have one: a hundred thousand exceptions would cost more than all the rest of a
        // restore.
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) < 0) {
            return null;
        }
        try {
            return IpAddresses.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The text of an address as {@code inet_ntop} writes it: an IPv4 address within an IPv6 one in dotted form. */
    public static String of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_BYTES || !isZero(bytes, MARK_AT)) {
            return IpAddresses.format(address);
        }
        int mark = (bytes[MARK_AT] & 0xFF) << Byte.SIZE | (bytes[MARK_AT + 1] & 0xFF);
        boolean compatible = mark == 0 && !isZero(bytes, LAST_GROUP);
        if (mark != MAPPED && !compatible) {
            return IpAddresses.format(address);
        }
        InetAddress ipv4 = IpAddresses.ofBytes(Arrays.copyOfRange(bytes, IPV4_AT, bytes.length));
        return (compatible ? "::" : "::ffff:") + ipv4.getHostAddress();
    }

    private static boolean isZero(byte[] bytes, int end) {
        for (int i = 0; i < end; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
