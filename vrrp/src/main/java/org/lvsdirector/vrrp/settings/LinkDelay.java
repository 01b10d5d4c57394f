package org.lvsdirector.vrrp.settings;

/**
 * How long an interface must be down, or up, before it counts as that ({@code interface_up_down_delays}).
 *
 * @param downNanos 0 for at once
 * @param upNanos 0 for at once
 */
public record LinkDelay(String interfaceName, long downNanos, long upNanos) {
    public LinkDelay {
        Ranges.require("down delay", downNanos, 0, Long.MAX_VALUE);
        Ranges.require("up delay", upNanos, 0, Long.MAX_VALUE);
    }
}
