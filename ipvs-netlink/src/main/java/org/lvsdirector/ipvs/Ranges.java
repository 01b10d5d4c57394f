package org.lvsdirector.ipvs;

import java.nio.charset.StandardCharsets;

/** Range checks shared by the value types of this room. */
final class Ranges {
    private static final int MAX_PORT = 0xFFFF;
    private static final int MAX_NAME_BYTES = 15;

    private Ranges() {}

    static void requirePort(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port " + port + " is outside 0 to " + MAX_PORT);
        }
    }

    static void requireWithin(String name, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(name + " " + value + " is outside 0 to " + max);
        }
    }

    /** Names of schedulers, engines and interfaces fit 16 bytes with their closing zero. */
    static void requireName(String what, String value) {
        int length = value.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > MAX_NAME_BYTES) {
            throw new IllegalArgumentException(what + " '" + value + "' is not 1 to " + MAX_NAME_BYTES + " bytes long");
        }
    }

    static void requireNotNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " " + value + " is negative");
        }
    }
}
