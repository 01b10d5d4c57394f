package org.lvsdirector.ipvs;

/** Range checks shared by the value types of this room. */
final class Ranges {
    private static final int MAX_PORT = 0xFFFF;

    private Ranges() {}

    static void requirePort(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port " + port + " is outside 0 to " + MAX_PORT);
        }
    }

    static void requireNotNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " " + value + " is negative");
        }
    }
}
