package org.lvsdirector.ipvs;

/**
 * Encapsulation of a tunnelled real server.
 *
 * @param port destination port of GUE, 1 to 65535; 0 for the other types
 */
public record Tunnel(Type type, int port, Checksum checksum) {

    /** Plain IP in IP: what every kernel does when nothing else is said. */
    public static final Tunnel IPIP = new Tunnel(Type.IPIP, 0, Checksum.NONE);

    public Tunnel {
        Ranges.requirePort(port);
    }

    /** Encapsulation type; the ordinal is {@code IPVS_DEST_ATTR_TUN_TYPE}. */
    public enum Type {
        IPIP,
        GUE,
        GRE
    }

    /** Checksum of the outer header; the ordinal is {@code IPVS_DEST_ATTR_TUN_FLAGS}. */
    public enum Checksum {
        NONE,
        FULL,
        REMOTE
    }
}
