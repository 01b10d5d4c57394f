package org.lvsdirector.config.read;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.DeliveryConfig;
import org.lvsdirector.config.syntax.Problems;

/** Where an instance sends and listens: on an {@code interface}, or over unicast in a whole {@code vrf}, whose device then takes its place. */
final class InstanceInterface {
    private static final String INTERFACE = "interface";
    private static final String VRF = "vrf";

    private final Problems problems;

    InstanceInterface(Problems problems) {
        this.problems = problems;
    }

    /** Null where neither is given, which was reported. */
    @Nullable
    String read(Block block, String name) {
        if (!block.has(INTERFACE) && block.has(VRF)) {
            return block.name(VRF);
        }
        if (!block.has(INTERFACE)) {
            problems.error(
                    block.place(), "vrrp_instance '" + name + "' has no interface", "add a line: interface eth0");
            return null;
        }
        String interfaceName = block.name(INTERFACE);
        if ("lo".equals(interfaceName)) {
            problems.error(
                    block.placeOf(INTERFACE),
                    "VRRP cannot run on the loopback interface",
                    "name the interface that faces the other routers");
        }
        return interfaceName;
    }

    /** What a whole VRF needs, and what cannot be there. */
    void check(Block block, InstanceAddresses.Lists addresses, DeliveryConfig delivery) {
        if (!block.has(VRF)) {
            return;
        }
        if (block.has(INTERFACE)) {
            problems.warning(
                    block.placeOf(VRF), "'vrf' has no effect beside interface, whose VRF counts", "remove one of them");
            return;
        }
        if (delivery.unicast() == null || delivery.source() == null || delivery.trackSource()) {
            problems.error(
                    block.placeOf(VRF),
                    "a whole VRF is for unicast from an address that is given",
                    "add unicast_peer and unicast_src_ip without track_src_ip, or an interface");
        }
        if (block.has("use_vmac") || block.has("use_ipvlan")) {
            problems.error(block.placeOf(VRF), "nothing can be made upon a whole VRF", "add an interface");
        }
        addresses.advertised().forEach(this::needsDevice);
        addresses.excluded().forEach(this::needsDevice);
    }

    private void needsDevice(AddressConfig address) {
        if (address.device() == null) {
            problems.error(
                    address.place(),
                    "in a whole VRF each address has an interface of its own",
                    "add: dev and its name");
        }
    }
}
