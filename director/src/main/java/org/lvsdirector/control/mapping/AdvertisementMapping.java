package org.lvsdirector.control.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.DeliveryConfig;
import org.lvsdirector.config.DeliveryConfig.V3Checksum;
import org.lvsdirector.config.HmacConfig;
import org.lvsdirector.config.UnicastConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.ChecksumForm;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.packet.TrailerAuthentication;
import org.lvsdirector.vrrp.packet.Unicast;
import org.lvsdirector.vrrp.packet.UnicastPeer;
import org.lvsdirector.vrrp.packet.VrrpVersion;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;

/** What an instance says on the wire and how, in the words of the vrrp process. */
final class AdvertisementMapping {
    private AdvertisementMapping() {}

    static AdvertisementSettings of(VrrpInstanceConfig instance) {
        return new AdvertisementSettings(
                instance.version() == VrrpVersion.V3.number() ? VrrpVersion.V3 : VrrpVersion.V2,
                instance.virtualRouterId(),
                instance.advertInterval().toNanos(),
                instance.delivery().source(),
                instance.delivery().trackSource(),
                delivery(instance.family(), instance.delivery()),
                authentication(instance.authentication()),
                trailer(instance.trust().hmac()));
    }

    private static Delivery delivery(AddressFamily family, DeliveryConfig config) {
        UnicastConfig unicast = config.unicast();
        return new Delivery(
                family == AddressFamily.IPV4 ? Family.IPV4 : Family.IPV6,
                config.group(),
                unicast == null ? null : unicast(unicast),
                checksum(config.checksum()));
    }

    private static Unicast unicast(UnicastConfig unicast) {
        List<UnicastPeer> peers = unicast.peers().stream()
                .map(peer -> new UnicastPeer(peer.address(), peer.minTtl(), peer.maxTtl()))
                .toList();
        return new Unicast(peers, unicast.ttl(), unicast.checkSource());
    }

    private static ChecksumForm checksum(V3Checksum checksum) {
        return switch (checksum) {
            case STANDARD -> ChecksumForm.PSEUDO_HEADER;
            case NEVER_OLD_UNICAST -> ChecksumForm.PSEUDO_HEADER_ONLY;
            case AS_VERSION_2 -> ChecksumForm.MESSAGE_ONLY;
            case OLD_UNICAST -> ChecksumForm.OLD_UNICAST;
        };
    }

    private static @Nullable TrailerAuthentication trailer(@Nullable HmacConfig config) {
        if (config == null) {
            return null;
        }
        List<TrailerAuthentication.Key> keys = new ArrayList<>();
        new TreeMap<>(config.keys()).forEach((id, hex) -> keys.add(new TrailerAuthentication.Key(id, hex)));
        TrailerAuthentication.Mode mode =
                switch (config.mode()) {
                    case ENFORCE -> TrailerAuthentication.Mode.ENFORCE;
                    case PERMISSIVE -> TrailerAuthentication.Mode.PERMISSIVE;
                    case RECEIVE_ONLY -> TrailerAuthentication.Mode.RECEIVE_ONLY;
                };
        return new TrailerAuthentication(mode, keys, config.activeKey(), config.timed(), config.windowSeconds());
    }

    private static Authentication authentication(org.lvsdirector.config.@Nullable Authentication config) {
        if (config == null) {
            return Authentication.NONE;
        }
        return config.header() ? Authentication.header(config.password()) : Authentication.pass(config.password());
    }
}
