package org.lvsdirector.netlink.route;

import org.jspecify.annotations.Nullable;

/**
 * A rule that says which routing table a packet is looked up in ({@code struct fib_rule_hdr} and its attributes). What is null is not
 * looked at.
 *
 * @param ipv6 the family of packets it is for
 * @param priority {@code FRA_PRIORITY}: rules are tried in rising order
 * @param inverted it holds for the packets that do not match
 * @param tos {@code tos}; 0 for any
 * @param mark {@code FRA_FWMARK}
 * @param markMask {@code FRA_FWMASK}: the bits of the mark that count; null for all
 * @param tunnelId {@code FRA_TUN_ID}, 64 bits
 * @param l3mdev whether the table is that of the packet's VRF
 * @param protocol {@code FRA_PROTOCOL}: who made it; null to leave it open
 * @param realms {@code FRA_FLOW}, given to what matches; source realm in the upper 16 bits
 * @param suppressPrefixLength routes of at most this length do not count
 * @param suppressGroup routes out of interfaces of this group do not count
 */
public record RoutingRule(
        boolean ipv6,
        long priority,
        boolean inverted,
        @Nullable IpPrefix from,
        @Nullable IpPrefix to,
        int tos,
        @Nullable Long mark,
        @Nullable Long markMask,
        @Nullable String inputInterface,
        @Nullable String outputInterface,
        @Nullable Long tunnelId,
        @Nullable Range users,
        boolean l3mdev,
        @Nullable Integer protocol,
        @Nullable Integer ipProtocol,
        @Nullable Range sourcePorts,
        @Nullable Range destinationPorts,
        @Nullable Long realms,
        @Nullable Integer suppressPrefixLength,
        @Nullable Long suppressGroup,
        Verdict verdict) {

    /** From one number to another, both included. */
    public record Range(long first, long last) {}

    /**
     * What happens to a packet that matches.
     *
     * @param table of {@link Action#LOOKUP}: {@code FRA_TABLE}, 0 with {@code l3mdev}
     * @param target of {@link Action#GOTO}: the priority of the rule to go on with
     */
    public record Verdict(Action action, long table, long target) {
        /** Look it up in a table. */
        public static Verdict lookUp(long table) {
            return new Verdict(Action.LOOKUP, table, 0);
        }

        /** Go on with another rule. */
        public static Verdict goTo(long priority) {
            return new Verdict(Action.GOTO, 0, priority);
        }

        /** One of the others. */
        public static Verdict of(Action action) {
            return new Verdict(action, 0, 0);
        }
    }

    /** {@code FR_ACT_*} of {@code linux/fib_rules.h}. */
    public enum Action {
        LOOKUP(1),
        GOTO(2),
        /** Go on with the next rule. */
        NOP(3),
        BLACKHOLE(6),
        UNREACHABLE(7),
        PROHIBIT(8);

        private final int number;

        Action(int number) {
            this.number = number;
        }

        /** The uapi number. */
        int number() {
            return number;
        }
    }

    /** Priority and what it looks at first, for messages. */
    public String text() {
        return priority + (from == null ? "" : " from " + from.text()) + (to == null ? "" : " to " + to.text());
    }
}
