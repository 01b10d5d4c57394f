package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** What an {@link AdvertisementFilter} makes of a packet. Hostile packets are expected: nothing here is ever thrown. */
public sealed interface Received {

    /**
     * An advertisement that the instance must heed.
     *
     * @param source IP source address
     * @param addressesMatch whether the virtual addresses are those of the instance, in any order; a difference is counted and logged but
     *     does not make the packet invalid
     * @param remark what to tell about it nonetheless, or null
     */
    record Valid(
            Advertisement advertisement,
            InetAddress source,
            boolean addressesMatch,
            @Nullable Remark remark) implements Received {
        /** One about which there is nothing to tell. */
        public Valid(Advertisement advertisement, InetAddress source, boolean addressesMatch) {
            this(advertisement, source, addressesMatch, null);
        }
    }

    /**
     * Something that an operator ought to know of a packet that is heeded.
     *
     * @param seconds by which the sender's clock is behind ours, else 0
     * @param window how many are too many, else 0
     */
    record Remark(Kind kind, int seconds, int window) {
        static final Remark UNSIGNED = new Remark(Kind.UNSIGNED, 0, 0);

        /** What there is to tell. */
        public enum Kind {
            /** It was not signed, which is not demanded yet. */
            UNSIGNED,
            /** The sender's clock is so far from ours that it will soon not be heeded any more. */
            CLOCK_SKEW
        }
    }

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
