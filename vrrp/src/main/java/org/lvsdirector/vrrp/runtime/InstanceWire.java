package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.AdvertisementFilter;
import org.lvsdirector.vrrp.packet.AdvertisementTemplate;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.InstanceSettings;

/** One instance between machine and wire: how its packets are judged and written. */
final class InstanceWire {
    private final InstanceKey key;
    private final InstanceSettings settings;
    private final Endpoint endpoint;
    private final AdvertisementFilter filter;
    private @Nullable AdvertisementTemplate template;
    private int identification;

    /** @throws IllegalArgumentException if the settings make no advertisement */
    InstanceWire(InstanceSettings settings) {
        this.key = settings.key();
        this.settings = settings;
        this.endpoint = Endpoint.of(settings);
        this.filter = AdvertisementFilter.of(settings.toAdvertisement());
    }

    InstanceKey key() {
        return key;
    }

    InstanceSettings settings() {
        return settings;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    AdvertisementFilter filter() {
        return filter;
    }

    /** Sets where advertisements come from; without a source none can be written. */
    void setSource(@Nullable InetAddress source) {
        template = source == null
                ? null
                : AdvertisementTemplate.ipv4(settings.toAdvertisement(), source, endpoint.group());
    }

    /** Goes on counting where the wire of the same instance before a reload left off. */
    void continueFrom(InstanceWire before) {
        identification = before.identification;
    }

    /**
     * Writes the next advertisement into a cleared buffer and flips it.
     *
     * @return false if there is no source address
     */
    boolean write(int priority, ByteBuffer out) {
        AdvertisementTemplate present = template;
        if (present == null) {
            return false;
        }
        identification = AdvertisementTemplate.nextIdentification(identification);
        out.clear();
        present.write(priority, identification, out);
        out.flip();
        return true;
    }
}
