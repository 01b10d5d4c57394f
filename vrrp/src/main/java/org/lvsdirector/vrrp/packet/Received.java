package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;

/** What an {@link AdvertisementFilter} makes of a packet. Hostile packets are expected: nothing here is ever thrown. */
public sealed interface Received {

    /**
     * An advertisement that the instance must heed.
     *
     * @param source IP source address
     * @param addressesMatch whether the virtual addresses are those of the instance, in any order; a difference is counted and logged but
     *     does not make the packet invalid
     */
    record Valid(Advertisement advertisement, InetAddress source, boolean addressesMatch) implements Received {}

    /**
     * A packet to drop and count.
     *
     * @param received value of the field that failed, in the field's own unit, as far as there is one, for the log; else 0
     * @param expected what it should have been; else 0
     */
    record Rejected(Rejection reason, int received, int expected) implements Received {
        static Rejected because(Rejection reason) {
            return new Rejected(reason, 0, 0);
        }
    }
}
