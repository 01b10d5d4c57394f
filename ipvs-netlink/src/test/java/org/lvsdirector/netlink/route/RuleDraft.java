package org.lvsdirector.netlink.route;

import org.jspecify.annotations.Nullable;

/** A rule in the making: matches every packet but for what is set here. */
final class RuleDraft {
    boolean ipv6;
    boolean inverted;
    boolean l3mdev;
    int tos;

    @Nullable
    IpPrefix from;

    @Nullable
    IpPrefix to;

    @Nullable
    Long mark;

    @Nullable
    Long markMask;

    @Nullable
    String inputInterface;

    @Nullable
    String outputInterface;

    @Nullable
    Long tunnelId;

    RoutingRule.@Nullable Range users;

    @Nullable
    Integer protocol;

    @Nullable
    Integer ipProtocol;

    RoutingRule.@Nullable Range sourcePorts;
    RoutingRule.@Nullable Range destinationPorts;

    @Nullable
    Long realms;

    @Nullable
    Integer suppressPrefixLength;

    @Nullable
    Long suppressGroup;

    RoutingRule rule(long priority, RoutingRule.Verdict verdict) {
        return new RoutingRule(
                ipv6,
                priority,
                inverted,
                from,
                to,
                tos,
                mark,
                markMask,
                inputInterface,
                outputInterface,
                tunnelId,
                users,
                l3mdev,
                protocol,
                ipProtocol,
                sourcePorts,
                destinationPorts,
                realms,
                suppressPrefixLength,
                suppressGroup,
                verdict);
    }
}
