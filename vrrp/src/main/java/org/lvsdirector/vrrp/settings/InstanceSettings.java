package org.lvsdirector.vrrp.settings;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.vrrp.packet.Advertisement;

/**
 * One {@code vrrp_instance}: a virtual router in the RFCs' words.
 *
 * @param interfaceName interface for advertisements, and for addresses that name no other
 * @param addresses virtual addresses that are advertised, in the order of the configuration
 * @param excludedAddresses further addresses that move along without being advertised
 * @param trackPrimary whether loss of {@code interfaceName} is a fault
 * @param accept whether a MASTER that does not own the addresses answers traffic to them; if not, a firewall drops it
 * @param skipAddressCheck do not compare the address list of adverts that come from the same source as the one before
 * @param host what else it changes on its host
 */
public record InstanceSettings(
        String name,
        String interfaceName,
        AdvertisementSettings advertisement,
        ElectionSettings election,
        List<VirtualAddress> addresses,
        List<VirtualAddress> excludedAddresses,
        GarpSchedule garp,
        List<Tracked> tracked,
        boolean trackPrimary,
        boolean accept,
        boolean skipAddressCheck,
        HostSettings host) {
    public InstanceSettings {
        addresses = List.copyOf(addresses);
        excludedAddresses = List.copyOf(excludedAddresses);
        tracked = List.copyOf(tracked);
    }

    /** One that changes nothing but addresses on its host. */
    public InstanceSettings(
            String name,
            String interfaceName,
            AdvertisementSettings advertisement,
            ElectionSettings election,
            List<VirtualAddress> addresses,
            List<VirtualAddress> excludedAddresses,
            GarpSchedule garp,
            List<Tracked> tracked,
            boolean trackPrimary,
            boolean accept,
            boolean skipAddressCheck) {
        this(
                name,
                interfaceName,
                advertisement,
                election,
                addresses,
                excludedAddresses,
                garp,
                tracked,
                trackPrimary,
                accept,
                skipAddressCheck,
                HostSettings.NONE);
    }

    /** An instance with keepalived's defaults for all that is not said. */
    public static InstanceSettings of(
            String name,
            String interfaceName,
            AdvertisementSettings advertisement,
            ElectionSettings election,
            List<VirtualAddress> addresses) {
        return new InstanceSettings(
                name,
                interfaceName,
                advertisement,
                election,
                addresses,
                List.of(),
                GarpSchedule.DEFAULT,
                List.of(),
                true,
                true,
                false);
    }

    /** What identifies the instance across reloads. */
    public InstanceKey key() {
        return new InstanceKey(interfaceName, advertisement.family(), advertisement.vrid());
    }

    /** The interface that advertisements leave from and arrive at. */
    public String speakingInterface() {
        VirtualInterface speaking = host.interfaces().speaking();
        return speaking == null ? interfaceName : speaking.name();
    }

    /** The interface whose address advertisements come from: under a macvlan, whose addresses are the virtual router's, its base. */
    public String sourceInterface() {
        VirtualInterface speaking = host.interfaces().speaking();
        return speaking == null || speaking.kind() == VirtualInterface.Kind.MACVLAN ? interfaceName : speaking.name();
    }

    /**
     * The interface on which others are asked for one of the addresses. That is the base of a macvlan: the router that must not have the
     * address would answer with the same hardware address as our own, and only what comes in from outside is not ours. Besides, a question
     * with the virtual router's hardware address would lead the switches to a router that is not MASTER yet.
     */
    public String askedOn(VirtualAddress address) {
        String there = address.interfaceOr(interfaceName);
        for (VirtualInterface made : host.interfaces().all()) {
            if (made.kind() == VirtualInterface.Kind.MACVLAN && made.name().equals(there)) {
                return made.base();
            }
        }
        return there;
    }

    /** Whether this router owns the addresses. */
    public boolean owner() {
        return election.basePriority() == Advertisement.PRIORITY_OWNER;
    }

    /** Advertised and excluded addresses, in this order. */
    public List<VirtualAddress> allAddresses() {
        List<VirtualAddress> all = new ArrayList<>(addresses);
        all.addAll(excludedAddresses);
        return List.copyOf(all);
    }

    /** Addresses on interfaces that advertisements do not use, as far as they are announced there from time to time. */
    public List<VirtualAddress> extraAnnounced() {
        List<String> made =
                host.interfaces().all().stream().map(VirtualInterface::name).toList();
        return allAddresses().stream()
                .filter(address -> !address.interfaceOr(interfaceName).equals(speakingInterface()))
                .filter(address -> garp.extra().everywhere() || made.contains(address.interfaceOr(interfaceName)))
                .toList();
    }

    /** What this instance puts on the wire, at its base priority. */
    public Advertisement toAdvertisement() {
        List<InetAddress> listed =
                addresses.stream().map(VirtualAddress::address).toList();
        return new Advertisement(
                advertisement.version(),
                advertisement.vrid(),
                election.basePriority(),
                (int) (advertisement.intervalNanos() / Advertisement.NANOS_PER_CENTI),
                advertisement.authentication(),
                listed);
    }
}
