package org.lvsdirector.vrrp.settings;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Advertisement;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.packet.TrailerAuthentication;
import org.lvsdirector.vrrp.packet.VrrpVersion;

/**
 * How the advertisements of an instance look and where they go.
 *
 * @param vrid virtual router id, 1 to 255
 * @param intervalNanos advertisement interval: whole seconds in version 2, hundredths in version 3
 * @param source address to send from, or null for the interface's first address of the family
 * @param trackSource whether the instance is at FAULT while {@code source} is not on the interface
 * @param delivery address family, and multicast or unicast
 * @param authentication of version 2 alone
 * @param trailer signs advertisements of both versions, or null
 */
public record AdvertisementSettings(
        VrrpVersion version,
        int vrid,
        long intervalNanos,
        @Nullable InetAddress source,
        boolean trackSource,
        Delivery delivery,
        Authentication authentication,
        @Nullable TrailerAuthentication trailer) {
    private static final long SECOND_NANOS = 1_000_000_000;

    public AdvertisementSettings {
        Ranges.require("virtual router id", vrid, 1, 255);
        long unit = version == VrrpVersion.V2 ? SECOND_NANOS : Advertisement.NANOS_PER_CENTI;
        Ranges.require(
                "advertisement interval", intervalNanos, unit, version == VrrpVersion.V2 ? 255 * unit : 4095 * unit);
        if (intervalNanos % unit != 0) {
            throw new IllegalArgumentException(
                    "advertisement interval " + intervalNanos + " ns is no multiple of " + unit);
        }
    }

    /** Without a trailer. */
    public AdvertisementSettings(
            VrrpVersion version,
            int vrid,
            long intervalNanos,
            @Nullable InetAddress source,
            boolean trackSource,
            Delivery delivery,
            Authentication authentication) {
        this(version, vrid, intervalNanos, source, trackSource, delivery, authentication, null);
    }

    /** Version 2 over IPv4 multicast from the interface's own address. */
    public static AdvertisementSettings v2(int vrid, long intervalNanos, Authentication authentication) {
        return new AdvertisementSettings(
                VrrpVersion.V2, vrid, intervalNanos, null, false, Delivery.multicast(Family.IPV4), authentication);
    }

    /** Version 3 over multicast from the interface's own address. */
    public static AdvertisementSettings v3(Family family, int vrid, long intervalNanos) {
        return new AdvertisementSettings(
                VrrpVersion.V3, vrid, intervalNanos, null, false, Delivery.multicast(family), Authentication.NONE);
    }

    /** The address family that advertisements use. */
    public Family family() {
        return delivery.family();
    }

    /** The same from a chosen source address. */
    public AdvertisementSettings withSource(InetAddress chosen) {
        return new AdvertisementSettings(
                version, vrid, intervalNanos, chosen, trackSource, delivery, authentication, trailer);
    }

    /** The same with other authentication. */
    public AdvertisementSettings withAuthentication(Authentication other) {
        return new AdvertisementSettings(version, vrid, intervalNanos, source, trackSource, delivery, other, trailer);
    }

    /** The same by another way. */
    public AdvertisementSettings withDelivery(Delivery other) {
        return new AdvertisementSettings(
                version, vrid, intervalNanos, source, trackSource, other, authentication, trailer);
    }

    /** The same with a trailer, or without one. */
    public AdvertisementSettings withTrailer(@Nullable TrailerAuthentication other) {
        return new AdvertisementSettings(
                version, vrid, intervalNanos, source, trackSource, delivery, authentication, other);
    }
}
