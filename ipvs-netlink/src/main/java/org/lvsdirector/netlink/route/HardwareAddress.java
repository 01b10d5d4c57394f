package org.lvsdirector.netlink.route;

import java.util.Arrays;
import java.util.HexFormat;

/** A link-layer address ({@code IFLA_ADDRESS}) of any length: six bytes on Ethernet, none on a tunnel. */
public final class HardwareAddress {
    /** The address of a link that has none. */
    public static final HardwareAddress NONE = new HardwareAddress(new byte[0]);

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    private final byte[] bytes;

    private HardwareAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The address made of a copy of these bytes, in wire order. */
    public static HardwareAddress of(byte... bytes) {
        return bytes.length == 0 ? NONE : new HardwareAddress(bytes.clone());
    }

    /**
     * Reads hexadecimal bytes between colons, as {@code ip link} writes them.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static HardwareAddress parse(String text) {
        return of(COLONS.parseHex(text));
    }

    /** A copy of the bytes, in wire order. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HardwareAddress that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return COLONS.formatHex(bytes);
    }
}
