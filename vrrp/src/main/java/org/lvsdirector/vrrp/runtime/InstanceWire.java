package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.AdvertisementFilter;
import org.lvsdirector.vrrp.packet.AdvertisementTemplate;
import org.lvsdirector.vrrp.packet.AuthenticationHeader;
import org.lvsdirector.vrrp.packet.AuthenticationTrailer;
import org.lvsdirector.vrrp.packet.ChecksumForm;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.InstanceSettings;

/** One instance between machine and wire: how its packets are judged and written. */
final class InstanceWire {
    private final InstanceKey key;
    private final InstanceSettings settings;
    private final Endpoint endpoint;
    private final @Nullable AuthenticationHeader authentication;
    private final @Nullable AuthenticationTrailer trailer;
    private final AdvertisementFilter filter;

    /** One for each destination; empty while there is no source address. */
    private List<AdvertisementTemplate> templates = List.of();

    private @Nullable InetAddress source;
    private boolean oldChecksum;
    private int identification;

    /**
     * @param epochNanos the time since 1970
     * @throws IllegalArgumentException if the settings make no advertisement
     */
    InstanceWire(InstanceSettings settings, LongSupplier epochNanos) {
        AdvertisementSettings advertisement = settings.advertisement();
        this.key = settings.key();
        this.settings = settings;
        this.endpoint = Endpoint.of(settings);
        this.authentication = AuthenticationHeader.of(advertisement.authentication());
        this.trailer = AuthenticationTrailer.of(
                advertisement.trailer(), settings.toAdvertisement(), advertisement.delivery(), epochNanos);
        this.filter = AdvertisementFilter.of(
                settings.toAdvertisement(), advertisement.delivery(), this.authentication, this.trailer);
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
    void setSource(@Nullable InetAddress address) {
        source = address;
        makeTemplates();
    }

    private void makeTemplates() {
        InetAddress present = source;
        List<AdvertisementTemplate> made = new ArrayList<>();
        if (present != null) {
            Delivery wished = settings.advertisement().delivery();
            Delivery delivery = oldChecksum ? wished.withChecksum(ChecksumForm.OLD_UNICAST) : wished;
            for (InetAddress destination : delivery.destinations()) {
                made.add(AdvertisementTemplate.of(
                        settings.toAdvertisement(), delivery, present, destination, authentication, trailer));
            }
        }
        templates = List.copyOf(made);
    }

    /** Goes on counting where the wire of the same instance before a reload left off. */
    void continueFrom(InstanceWire before) {
        identification = before.identification;
        if (authentication != null && before.authentication != null) {
            authentication.continueFrom(before.authentication);
        }
        if (trailer != null && before.trailer != null) {
            trailer.continueFrom(before.trailer);
        }
    }

    /**
     * Begins the next advertisement: all its copies carry the same numbers.
     *
     * @return what to write, one for each destination; empty if there is no source address
     */
    List<AdvertisementTemplate> next() {
        identification = AdvertisementTemplate.nextIdentification(identification);
        if (authentication != null) {
            authentication.advance();
        }
        if (trailer != null) {
            trailer.advance();
        }
        if (!oldChecksum && filter.heardOldUnicastChecksum()) {
            oldChecksum = true;
            makeTemplates();
        }
        return templates;
    }

    /** Writes one copy of the advertisement that {@link #next} began into a cleared buffer and flips it. */
    void write(AdvertisementTemplate template, int priority, ByteBuffer out) {
        out.clear();
        template.write(priority, identification, out);
        out.flip();
    }
}
