package org.lvsdirector.ipvs;

import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tunnel tunnel
                && type == tunnel.type
                && port == tunnel.port
                && checksum == tunnel.checksum;
    }

    @Override
    public int hashCode() {
        return 31 * port + type.number();
    }

    /** Encapsulation type, with its number in {@code IPVS_DEST_ATTR_TUN_TYPE}. */
    public enum Type {
        IPIP(0),
        GUE(1),
        GRE(2);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        /** The kernel's number. */
        public int number() {
            return number;
        }

        /**
         * The type with a kernel number.
         *
         * @throws IllegalArgumentException for a number that this project does not know
         */
        public static Type ofNumber(int number) {
            for (Type type : values()) {
                if (type.number == number) {
                    return type;
                }
            }
            throw new IllegalArgumentException("no tunnel type has number " + number);
        }
    }

    /** Checksum of the outer header, with its number in {@code IPVS_DEST_ATTR_TUN_FLAGS}. */
    public enum Checksum {
        NONE(0),
        FULL(1),
        REMOTE(2);

        private final int number;

        Checksum(int number) {
            this.number = number;
        }

        /** The kernel's number. */
        public int number() {
            return number;
        }
    }
}
