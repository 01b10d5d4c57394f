package org.lvsdirector.vrrp.settings;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * An address that this machine holds but must not answer for.
 *
 * @param interfaceName where it is
 */
public record Unaccepted(InetAddress address, String interfaceName) {

    /** Whether it means something on its interface alone, as an IPv6 link-local address does. */
    public boolean isOfItsInterface() {
        return !(address instanceof Inet4Address) && address.isLinkLocalAddress();
    }
}
