package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.AddressFamily;

/** The virtual addresses of an instance, and the family that they give it. */
final class InstanceAddresses {
    /** The packet counts its addresses in one byte (RFC 3768, 5.3.5). */
    private static final int MOST_ADVERTISED = 255;

    private final AddressLineReader lines;
    private final Problems problems;

    InstanceAddresses(Problems problems) {
        this.lines = new AddressLineReader(problems);
        this.problems = problems;
    }

    /** Addresses by kind, and the family of the adverts. */
    record Lists(AddressFamily family, List<AddressConfig> advertised, List<AddressConfig> excluded) {}

    Lists read(Block block, String name, boolean strict) {
        List<AddressConfig> advertised = lines.read(block, "virtual_ipaddress");
        List<AddressConfig> excluded = new ArrayList<>(lines.read(block, "virtual_ipaddress_excluded"));
        AddressFamily family = family(block, advertised);
        if (advertised.isEmpty()) {
            none(block, name, strict);
        }
        for (AddressConfig address : advertised) {
            if (AddressFamily.of(address.address()) != family) {
                problems.error(
                        address.place(),
                        "'" + name + "' advertises " + Addresses.name(family) + " addresses, and this is none",
                        "move it to virtual_ipaddress_excluded, or to an instance of its own");
            }
        }
        if (family == AddressFamily.IPV6
                && !advertised.isEmpty()
                && !advertised.get(0).address().isLinkLocalAddress()) {
            problems.warning(
                    advertised.get(0).place(),
                    "the first address of '" + name + "' is not link-local, as RFC 9568 wants it",
                    "put an address of fe80::/10 first, the same on all routers of the group");
        }
        twice(advertised, excluded);
        TrackGroupReader.refuse(
                Stream.concat(advertised.stream(), excluded.stream()).map(AddressConfig::trackGroup), problems);
        if (advertised.size() > MOST_ADVERTISED) {
            problems.warning(
                    advertised.get(MOST_ADVERTISED).place(),
                    "an advert holds " + MOST_ADVERTISED + " addresses; this and the following count as excluded",
                    "move them to virtual_ipaddress_excluded");
            excluded.addAll(advertised.subList(MOST_ADVERTISED, advertised.size()));
            advertised = advertised.subList(0, MOST_ADVERTISED);
        }
        return new Lists(family, advertised, excluded);
    }

    private static AddressFamily family(Block block, List<AddressConfig> advertised) {
        if (block.flag("native_ipv6")) {
            return AddressFamily.IPV6;
        }
        return advertised.isEmpty()
                ? AddressFamily.IPV4
                : AddressFamily.of(advertised.get(0).address());
    }

    private void none(Block block, String name, boolean strict) {
        String message = "'" + name + "' has no virtual address";
        if (strict) {
            problems.error(
                    block.place(),
                    message + ", which strict mode demands",
                    "add a block: virtual_ipaddress { ADDRESS }");
        } else if (!block.has("virtual_ipaddress") && !block.flag("no_virtual_ipaddress")) {
            problems.warning(block.place(), message, "add a block: virtual_ipaddress { ADDRESS }");
        }
    }

    private void twice(List<AddressConfig> advertised, List<AddressConfig> excluded) {
        Set<Object> seen = new HashSet<>();
        List<AddressConfig> all = new ArrayList<>(advertised);
        all.addAll(excluded);
        for (AddressConfig address : all) {
            if (!seen.add(address.address())) {
                problems.warning(
                        address.place(),
                        address.address().getHostAddress() + " is listed twice",
                        "keep one of the lines");
            }
        }
    }
}
