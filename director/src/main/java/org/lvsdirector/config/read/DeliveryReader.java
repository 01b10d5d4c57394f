package org.lvsdirector.config.read;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.DeliveryConfig;
import org.lvsdirector.config.DeliveryConfig.V3Checksum;
import org.lvsdirector.config.UnicastConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.AddressFamily;

/** Where an instance's adverts go and come from: multicast, or unicast where there are peers. */
final class DeliveryReader {
    private final InstanceDefaults defaults;
    private final UnicastReader unicast;
    private final Problems problems;

    DeliveryReader(InstanceDefaults defaults, Problems problems) {
        this.defaults = defaults;
        this.unicast = new UnicastReader(defaults, problems);
        this.problems = problems;
    }

    DeliveryConfig read(Block block, String name, AddressFamily family, boolean strict) {
        InetAddress group = ofFamily(block, "mcast_dst_ip", family);
        if (group != null && !group.isMulticastAddress()) {
            problems.error(
                    block.placeOf("mcast_dst_ip"),
                    group.getHostAddress() + " is no multicast address",
                    "the usual one is 224.0.0.18 or ff02::12");
        }
        InetAddress usual = family == AddressFamily.IPV4 ? defaults.group4() : defaults.group6();
        UnicastConfig peers = unicast.read(block, name, family, strict);
        return new DeliveryConfig(
                source(block, family, peers != null),
                block.flag("track_src_ip"),
                group == null ? usual : group,
                peers,
                checksum(block));
    }

    /** The word that fits comes first; the other one is taken too, as in keepalived. */
    private @Nullable InetAddress source(Block block, AddressFamily family, boolean forUnicast) {
        InetAddress multicast = ofFamily(block, "mcast_src_ip", family);
        InetAddress single = ofFamily(block, "unicast_src_ip", family);
        if (forUnicast) {
            return single == null ? multicast : single;
        }
        return multicast == null ? single : multicast;
    }

    private V3Checksum checksum(Block block) {
        Entry old = block.last("old_unicast_checksum");
        if (block.bool("v3_checksum_as_v2", defaults.checksumAsVersion2())) {
            return V3Checksum.AS_VERSION_2;
        }
        if (old == null) {
            return V3Checksum.STANDARD;
        }
        boolean never = old.argument(0) != null && "never".equals(block.choice("old_unicast_checksum"));
        return never ? V3Checksum.NEVER_OLD_UNICAST : V3Checksum.OLD_UNICAST;
    }

    private @Nullable InetAddress ofFamily(Block block, String word, AddressFamily family) {
        InetAddress address = block.address(word);
        if (address != null && AddressFamily.of(address) != family) {
            problems.error(
                    block.placeOf(word),
                    word + " " + address.getHostAddress() + " is of another family than the virtual addresses",
                    "write an " + Addresses.name(family) + " address");
        }
        return address;
    }
}
