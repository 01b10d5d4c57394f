package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.AuthType;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.InstanceSettings;

/**
 * Where advertisements are sent and heard. The instances of one interface that send in the same way share it.
 *
 * @param interfaceName the interface that packets leave from and arrive at
 * @param authenticated whether an authentication header (IP protocol 51) is in front of each advertisement
 * @param group multicast group of the family; null for unicast
 */
public record Endpoint(
        String interfaceName,
        Family family,
        boolean authenticated,
        @Nullable InetAddress group) {

    /** The endpoint that an instance uses. */
    public static Endpoint of(InstanceSettings settings) {
        AdvertisementSettings advertisement = settings.advertisement();
        Delivery delivery = advertisement.delivery();
        return new Endpoint(
                settings.interfaceName(),
                delivery.family(),
                advertisement.authentication().type() == AuthType.AH,
                delivery.unicast() == null ? delivery.group() : null);
    }
}
