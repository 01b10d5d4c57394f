package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.settings.InstanceSettings;

/**
 * Where advertisements are sent and heard. The instances of one interface and group share it.
 *
 * @param interfaceName the interface that packets leave from and arrive at
 * @param group multicast group of the family
 */
public record Endpoint(String interfaceName, Family family, InetAddress group) {

    /** The endpoint that an instance uses. */
    public static Endpoint of(InstanceSettings settings) {
        return new Endpoint(
                settings.interfaceName(),
                settings.advertisement().family(),
                settings.advertisement().group());
    }
}
