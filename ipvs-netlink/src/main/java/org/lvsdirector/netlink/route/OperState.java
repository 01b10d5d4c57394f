package org.lvsdirector.netlink.route;

/** RFC 2863 operational state of a link ({@code IFLA_OPERSTATE}, {@code IF_OPER_*} of {@code linux/if.h}), in the order of its numbers. */
public enum OperState {
    UNKNOWN,
    NOT_PRESENT,
    DOWN,
    LOWER_LAYER_DOWN,
    TESTING,
    DORMANT,
    UP;

    private static final OperState[] BY_NUMBER = values();

    /** The state with this number; {@link #UNKNOWN} for one that this list does not have. */
    public static OperState ofNumber(int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : UNKNOWN;
    }
}
