package org.lvsdirector.config.read;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.Word;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.vrrp.settings.Prefix;

/** {@code ADDRESS[/LENGTH]}, {@code default}, {@code any} or {@code all}, as routes and rules write what they match. */
final class PrefixReader {
    private static final int OCTETS = 4;
    private static final byte[] ANY_IPV4 = new byte[OCTETS];
    private static final byte[] ANY_IPV6 = new byte[16];

    private PrefixReader() {}

    /** Whether a word can only be meant as one of these. */
    static boolean looksLikeOne(String text) {
        return isAll(text) || text.indexOf('.') >= 0 || text.indexOf(':') >= 0;
    }

    private static boolean isAll(String text) {
        return text.equals("default") || text.equals("any") || text.equals("all");
    }

    /**
     * Reads one.
     *
     * @param ipv6 the family of {@code default}
     * @return null after a report
     */
    static @Nullable Prefix read(LineCursor line, Word word, boolean ipv6) {
        String text = word.text();
        if (isAll(text)) {
            return new Prefix(IpAddresses.ofBytes(ipv6 ? ANY_IPV6.clone() : ANY_IPV4.clone()), 0);
        }
        int slash = text.indexOf('/');
        InetAddress address = address(line, word, slash < 0 ? text : text.substring(0, slash), slash > 0);
        if (address == null) {
            line.error(word, "'" + text + "' is no IPv4 or IPv6 address", "write ADDRESS or ADDRESS/LENGTH in digits");
            return null;
        }
        int bits = address.getAddress().length * Byte.SIZE;
        OptionalLong length = slash < 0 ? OptionalLong.of(bits) : Values.whole(text.substring(slash + 1));
        if (length.isEmpty() || length.getAsLong() < 0 || length.getAsLong() > bits) {
            line.error(word, "the prefix length of '" + text + "' is outside 0 to " + bits, "");
            return null;
        }
        return new Prefix(address, (int) length.getAsLong());
    }

    /** keepalived's own sample has {@code 192.168.100./24}; it passes over such lines. */
    private static @Nullable InetAddress address(LineCursor line, Word word, String text, boolean hasLength) {
        if (!hasLength || !text.endsWith(".")) {
            return Addresses.parse(text);
        }
        StringBuilder whole = new StringBuilder(text).append('0');
        while (whole.chars().filter(c -> c == '.').count() < OCTETS - 1) {
            whole.append(".0");
        }
        InetAddress address = Addresses.parse(whole.toString());
        if (address != null) {
            line.warning(word, "'" + text + "' is taken for " + whole, "write the whole address");
        }
        return address;
    }

    static boolean isIpv6(Prefix prefix) {
        return !(prefix.address() instanceof Inet4Address);
    }
}
