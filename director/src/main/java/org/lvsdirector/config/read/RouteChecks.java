package org.lvsdirector.config.read;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.vrrp.settings.Prefix;
import org.lvsdirector.vrrp.settings.RouteWay;

/** What the parts of a route must not be together. */
record RouteChecks(LineCursor line) {

    void check(
            Prefix destination,
            @Nullable Prefix source,
            @Nullable InetAddress preferredSource,
            List<RouteWay> ways,
            RoutePropertiesReader properties) {
        boolean ipv6 = PrefixReader.isIpv6(destination);
        if (preferredSource != null && preferredSource instanceof Inet4Address == ipv6) {
            line.error(line.first(), "the families of destination and src differ", "");
        }
        if (source != null && !ipv6) {
            line.error(line.first(), "'from' is for IPv6 routes alone", "use a rule");
        }
        if (properties.isIpv6Only() && !ipv6) {
            line.error(line.first(), "expires and pref are for IPv6 routes alone", "remove them");
        }
        if (ipv6 && ways.stream().anyMatch(way -> way.gateway() instanceof Inet4Address)) {
            line.error(line.first(), "an IPv6 route has an IPv4 gateway", "");
        }
    }

    /** The kernel refuses a destination with bits beyond its length. */
    static Prefix withoutHostBits(LineCursor line, Prefix prefix) {
        byte[] bytes = prefix.address().getAddress();
        for (int bit = prefix.length(); bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        InetAddress network = IpAddresses.ofBytes(bytes);
        if (!network.equals(prefix.address())) {
            line.warning(
                    line.first(),
                    prefix.text() + " has bits beyond its length, taken for " + network.getHostAddress() + "/"
                            + prefix.length(),
                    "");
        }
        return new Prefix(network, prefix.length());
    }
}
