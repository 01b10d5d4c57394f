package org.lvsdirector.vrrp.settings;

/** Range checks of this room: a value outside is a bug of whoever made the settings, since configuration is checked before. */
final class Ranges {
    private Ranges() {}

    static void require(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " " + value + " is outside " + least + " to " + most);
        }
    }
}
