package org.lvsdirector.config.read;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.AddressFamily;

/** Reads what stands behind {@code virtual_server}, and the lines of a {@code virtual_server_group}. */
final class ServiceTargetReader {
    private static final long HIGHEST_MARK = 0xFFFF_FFFFL;

    /** One line of a group; the kernel would take long to look through more. */
    private static final int MOST_ADDRESSES = 1 << 16;

    private final Problems problems;

    ServiceTargetReader(Problems problems) {
        this.problems = problems;
    }

    /** {@code fwmark N [inet|inet6]}, with the number at a position; null if it is none. */
    @Nullable
    ServiceTarget mark(Entry line, int index) {
        String text = line.argument(index);
        OptionalLong mark = text == null ? OptionalLong.empty() : Values.whole(text);
        if (mark.isEmpty() || mark.getAsLong() < 1 || mark.getAsLong() > HIGHEST_MARK) {
            problems.error(
                    line.placeOf(index),
                    "firewall mark '" + (text == null ? "" : text) + "' is outside 1 to " + HIGHEST_MARK,
                    "write the mark as a decimal number");
            return null;
        }
        return new ServiceTarget.Mark(mark.getAsLong(), family(line, index + 1), line.place());
    }

    private @Nullable AddressFamily family(Entry line, int index) {
        String text = line.argument(index);
        if (text == null) {
            return null;
        }
        if (!text.equals("inet") && !text.equals("inet6")) {
            problems.error(
                    line.placeOf(index),
                    "'" + text + "' cannot follow a firewall mark",
                    "write inet, inet6 or nothing");
        }
        return text.equals("inet6") ? AddressFamily.IPV6 : AddressFamily.IPV4;
    }

    /** {@code ADDRESS [PORT]}; null if the address is none. */
    @Nullable
    ServiceTarget address(Entry line, String text, int portIndex) {
        InetAddress address = Addresses.parse(text);
        if (address == null) {
            problems.error(
                    line.placeOf(portIndex - 1),
                    "'" + text + "' is no IPv4 or IPv6 address",
                    "write ADDRESS [PORT], fwmark NUMBER or group NAME; names are not looked up");
            return null;
        }
        return new ServiceTarget.Run(address, 1, Ports.read(line, portIndex, 1, 0, problems), line.place());
    }

    /** {@code ADDRESS}, {@code FIRST-LAST} or {@code ADDRESS/LENGTH}, then perhaps a port; null if it is none of them. */
    @Nullable
    ServiceTarget range(Entry line, String text) {
        int dash = text.indexOf('-');
        int slash = text.indexOf('/');
        int end = dash >= 0 ? dash : slash >= 0 ? slash : text.length();
        InetAddress first = Addresses.parse(text.substring(0, end));
        if (first == null) {
            problems.error(
                    line.place(),
                    "'" + text + "' is no address",
                    "write ADDRESS, FIRST-LAST, ADDRESS/LENGTH or fwmark NUMBER");
            return null;
        }
        String rest = end == text.length() ? "" : text.substring(end + 1);
        BigInteger count = dash >= 0 ? upTo(first, rest) : slash >= 0 ? masked(first, rest) : BigInteger.ONE;
        if (count.signum() <= 0) {
            problems.error(
                    line.place(),
                    "'" + text + "' is no range of addresses",
                    "the last address comes after the first; an address before '/' has no bits behind the mask");
            return null;
        }
        if (count.bitLength() > Integer.SIZE - 1 || count.intValue() > MOST_ADDRESSES) {
            problems.error(
                    line.place(),
                    "'" + text + "' has more than " + MOST_ADDRESSES + " addresses",
                    "use a firewall mark instead");
            return null;
        }
        return new ServiceTarget.Run(first, count.intValue(), Ports.read(line, 0, 1, 0, problems), line.place());
    }

    /** How many addresses there are up to a last one, given in full or by its last part; not positive if there is none. */
    private static BigInteger upTo(InetAddress first, String last) {
        byte[] bytes = first.getAddress();
        InetAddress whole = Addresses.parse(last);
        BigInteger lastNumber;
        if (whole != null && whole.getClass() == first.getClass()) {
            lastNumber = new BigInteger(1, whole.getAddress());
        } else {
            boolean ipv4 = AddressFamily.of(first) == AddressFamily.IPV4;
            int bits = ipv4 ? Byte.SIZE : Short.SIZE;
            BigInteger part = part(last, ipv4 ? 10 : 16, bits);
            BigInteger number = new BigInteger(1, bytes);
            lastNumber = part == null
                    ? BigInteger.ZERO
                    : number.shiftRight(bits).shiftLeft(bits).or(part);
        }
        return lastNumber.subtract(new BigInteger(1, bytes)).add(BigInteger.ONE).max(BigInteger.ONE.negate());
    }

    private static @Nullable BigInteger part(String text, int radix, int bits) {
        boolean digits =
                !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> Character.digit(c, radix) >= 0);
        BigInteger part = digits ? new BigInteger(text, radix) : null;
        return part == null || part.bitLength() > bits ? null : part;
    }

    private static BigInteger masked(InetAddress first, String length) {
        int bits = AddressFamily.of(first).addressBits();
        OptionalLong prefix = Values.whole(length);
        if (prefix.isEmpty() || prefix.getAsLong() < 0 || prefix.getAsLong() > bits) {
            return BigInteger.ZERO;
        }
        int hostBits = bits - (int) prefix.getAsLong();
        BigInteger number = new BigInteger(1, first.getAddress());
        boolean clean = number.shiftRight(hostBits).shiftLeft(hostBits).equals(number);
        return clean ? BigInteger.ONE.shiftLeft(hostBits) : BigInteger.ZERO;
    }
}
