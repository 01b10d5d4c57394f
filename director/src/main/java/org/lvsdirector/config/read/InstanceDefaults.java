package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import org.lvsdirector.config.GarpConfig;
import org.lvsdirector.ipvs.AddressFamily;

/** What {@code global_defs} says for instances that say nothing themselves. */
record InstanceDefaults(
        int version,
        InetAddress group4,
        InetAddress group6,
        GarpConfig garp,
        int downTimerAdverts,
        boolean lowerPriorityNoAdvert,
        boolean higherPrioritySendAdvert,
        boolean ownerIgnoresAdverts,
        boolean skipCheckAdvertAddresses,
        boolean checkUnicastSource,
        boolean checksumAsVersion2,
        boolean strict) {

    static InstanceDefaults of(Block block) {
        return new InstanceDefaults(
                block.count("vrrp_version"),
                group(block, "vrrp_mcast_group4"),
                group(block, "vrrp_mcast_group6"),
                garp(block),
                block.count("vrrp_down_timer_adverts"),
                block.bool("vrrp_lower_prio_no_advert", false),
                block.bool("vrrp_higher_prio_send_advert", false),
                block.flag("vrrp_owner_ignore_adverts"),
                block.flag("vrrp_skip_check_adv_addr"),
                block.flag("vrrp_check_unicast_src"),
                block.bool("v3_checksum_as_v2", false),
                block.flag("vrrp_strict"));
    }

    private static InetAddress group(Block block, String word) {
        String usual = block.defaultOf(word);
        InetAddress fallback = Objects.requireNonNull(Addresses.parse(usual));
        InetAddress given = block.address(word);
        if (given == null) {
            return fallback;
        }
        if (!given.isMulticastAddress() || AddressFamily.of(given) != AddressFamily.of(fallback)) {
            block.problems()
                    .error(
                            block.placeOf(word),
                            word + " " + given.getHostAddress() + " is no multicast address of its family",
                            "the usual one is " + usual);
            return fallback;
        }
        return given;
    }

    private static GarpConfig garp(Block block) {
        boolean few = block.bool("vrrp_min_garp", false);
        int repeat = few ? block.count("vrrp_garp_master_repeat", 1) : block.count("vrrp_garp_master_repeat");
        Duration delay =
                few ? block.time("vrrp_garp_master_delay", Duration.ZERO) : block.time("vrrp_garp_master_delay");
        return new GarpConfig(
                repeat,
                delay,
                block.time("vrrp_garp_master_refresh"),
                block.count("vrrp_garp_master_refresh_repeat"),
                block.time("vrrp_garp_lower_prio_delay", delay),
                block.count("vrrp_garp_lower_prio_repeat", repeat),
                GarpReader.extra(block, "vrrp_garp_extra_if", GarpConfig.Extra.NONE));
    }
}
