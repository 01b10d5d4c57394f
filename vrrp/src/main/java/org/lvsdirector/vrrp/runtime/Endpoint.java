package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.AuthType;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;
import org.lvsdirector.vrrp.settings.VirtualInterface;

/**
 * Where advertisements are sent and heard. The instances of one interface that send in the same way share it.
 *
 * @param interfaceName the interface that packets leave from and arrive at
 * @param authenticated whether an authentication header (IP protocol 51) is in front of each advertisement
 * @param group multicast group of the family; null for unicast
 * @param silence null unless the interface is a virtual router's, which must not speak of its groups itself
 */
public record Endpoint(
        String interfaceName,
        Family family,
        boolean authenticated,
        @Nullable InetAddress group,
        @Nullable Silence silence) {

    /**
     * Who speaks of groups in place of an interface that is kept silent.
     *
     * @param base the interface underneath, which joins in its place
     * @param addresses those of the virtual router; neighbours look for an IPv6 one by a group of its own (RFC 4291, section 2.7.1)
     */
    public record Silence(String base, List<InetAddress> addresses) {
        public Silence {
            addresses = List.copyOf(addresses);
        }
    }

    /** The same for packets with an authentication header in place of ones without, or the other way round. */
    Endpoint otherwiseAuthenticated() {
        return new Endpoint(interfaceName, family, !authenticated, group, silence);
    }

    /** The endpoint that an instance uses. */
    public static Endpoint of(InstanceSettings settings) {
        AdvertisementSettings advertisement = settings.advertisement();
        Delivery delivery = advertisement.delivery();
        return new Endpoint(
                settings.speakingInterface(),
                delivery.family(),
                advertisement.authentication().type() == AuthType.AH,
                delivery.unicast() == null ? delivery.group() : null,
                silence(settings));
    }

    private static @Nullable Silence silence(InstanceSettings settings) {
        VirtualInterface speaking = settings.host().interfaces().speaking();
        if (speaking == null || speaking.kind() != VirtualInterface.Kind.MACVLAN) {
            return null;
        }
        return new Silence(
                speaking.base(),
                settings.allAddresses().stream().map(VirtualAddress::address).toList());
    }
}
