package org.lvsdirector.vrrp.settings;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule that says which routing table a packet is looked up in. What is null is not looked at.
 *
 * @param priority rules are tried in rising order
 * @param inverted it holds for packets that do not match
 * @param tos 0 for any
 * @param markMask bits of the mark that count; null for all
 * @param l3mdev the table is that of the packet's VRF
 * @param protocol who made it, 0 to 255
 * @param realms given to what matches; source realm in the upper 16 bits
 * @param suppressPrefixLength routes of at most this length do not count
 * @param suppressGroup routes out of interfaces of this group do not count
 * @param action what happens to a packet that matches
 * @param target the table of {@link Action#LOOKUP}, the priority of {@link Action#GOTO}; 0 else
 */
public record RuleEntry(
        boolean ipv6,
        long priority,
        boolean inverted,
        @Nullable Prefix from,
        @Nullable Prefix to,
        int tos,
        @Nullable Long mark,
        @Nullable Long markMask,
        @Nullable String inputInterface,
        @Nullable String outputInterface,
        @Nullable Long tunnelId,
        @Nullable NumberRange users,
        boolean l3mdev,
        int protocol,
        @Nullable Integer ipProtocol,
        @Nullable NumberRange sourcePorts,
        @Nullable NumberRange destinationPorts,
        @Nullable Long realms,
        @Nullable Integer suppressPrefixLength,
        @Nullable Long suppressGroup,
        Action action,
        long target,
        boolean tracked)
        implements RoutingEntry {

    /** What a rule can do; the names are rtnetlink's. */
    public enum Action {
        LOOKUP,
        GOTO,
        NOP,
        BLACKHOLE,
        UNREACHABLE,
        PROHIBIT
    }

    /** A rule stays where it is while its interfaces come and go, but catches nothing. */
    @Override
    public List<String> interfaces() {
        return Stream.of(inputInterface, outputInterface)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public String text() {
        return "rule " + priority + (from == null ? "" : " from " + from.text())
                + (to == null ? "" : " to " + to.text());
    }
}
