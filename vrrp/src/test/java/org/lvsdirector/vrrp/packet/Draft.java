package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.lvsdirector.vrrp.packet.TrailerAuthentication.Mode;

/**
 * The messages with a trailer that the draft of {@code auth_hmac} has in its appendix (and keepalived's own test with it), and who sends and
 * hears such messages.
 */
final class Draft {
    static final Draft IPV4 = new Draft(
            "IPv4",
            Delivery.multicast(Family.IPV4).withChecksum(ChecksumForm.MESSAGE_ONLY),
            "198.51.100.10",
            "192.0.2.100",
            "3133c801 0064 4402", // version and type, vrid 51, priority 200, one address; 1 s; checksum of the message
            // alone
            "c0000264",
            "01 01 0000", // HMAC-SHA256, key 1, reserved
            "68000000 8000 0000", // seconds since 1970, fraction, counter
            "1b84bc4e8e43892dc6d98448f8ee2265");
    static final Draft IPV6 = new Draft(
            "IPv6",
            Delivery.multicast(Family.IPV6)
                    .withUnicast(new Unicast(List.of(UnicastPeer.of(Captured.address("fe80::20"))), 255, false)),
            "fe80::10",
            "fe80::100",
            "3133c801 0064 a2e9", // the checksum covers the trailer
            "fe800000000000000000000000000100",
            "01 01 0000",
            "68000000 8000 0000",
            "c8c56146ebfd66ee10ec4d8186461b78");

    static final String FIRST = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    static final String SECOND = "f0".repeat(64);

    /** The time of the messages: half a second past. */
    static final long EPOCH_NANOS = 0x68000000L * 1_000_000_000 + 500_000_000;

    static final int WINDOW = 5;

    private final String name;
    private final Delivery delivery;
    private final InetAddress source;
    private final Advertisement says;
    private final String hex;

    private Draft(String name, Delivery delivery, String source, String address, String... fields) {
        this.name = name;
        this.delivery = delivery;
        this.source = Captured.address(source);
        this.says = new Advertisement(
                VrrpVersion.V3, 51, 200, 100, Authentication.NONE, List.of(Captured.address(address)));
        this.hex = String.join("", fields).replace(" ", "");
    }

    Advertisement says() {
        return says;
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Keys 1 and 2, of which one signs. */
    static TrailerAuthentication settings(Mode mode, int activeKey, boolean timed) {
        return new TrailerAuthentication(
                mode,
                List.of(new TrailerAuthentication.Key(1, FIRST), new TrailerAuthentication.Key(2, SECOND)),
                activeKey,
                timed,
                WINDOW);
    }

    static TrailerAuthentication settings() {
        return settings(Mode.ENFORCE, 1, true);
    }

    /** A router that signs, and its clock. */
    final class Sender {
        final AtomicLong epochNanos = new AtomicLong(EPOCH_NANOS);
        private final AuthenticationTrailer trailer;
        private final InetAddress from;

        Sender(TrailerAuthentication settings) {
            this(settings, source);
        }

        Sender(TrailerAuthentication settings, InetAddress from) {
            this.trailer = Objects.requireNonNull(
                    AuthenticationTrailer.of(settings, says, senders(delivery), epochNanos::get));
            this.from = from;
        }

        /** The next advertisement, to one destination. */
        ByteBuffer next() {
            trailer.advance();
            return copy(delivery.destinations().get(0));
        }

        ByteBuffer copy(InetAddress destination) {
            AdvertisementTemplate template = AdvertisementTemplate.of(says, delivery, from, destination, null, trailer);
            ByteBuffer out = ByteBuffer.allocate(template.length());
            template.write(says.priority(), 1, out);
            return out.flip();
        }
    }

    /** A router that hears them, and its clock. */
    final class Receiver {
        final AtomicLong epochNanos = new AtomicLong(EPOCH_NANOS);
        final AuthenticationTrailer trailer;
        private final AdvertisementFilter filter;

        Receiver(TrailerAuthentication settings) {
            this.trailer = Objects.requireNonNull(
                    AuthenticationTrailer.of(settings, says, senders(delivery), epochNanos::get));
            this.filter = AdvertisementFilter.of(says, senders(delivery), null, trailer);
        }

        Received hear(ByteBuffer datagram) {
            return filter.check(datagram);
        }

        /** {@code VALID}, or why it is not. */
        String verdict(ByteBuffer datagram) {
            return hear(datagram) instanceof Received.Rejected rejected
                    ? rejected.reason().name()
                    : "VALID";
        }
    }

    /** Towards whom its packets are addressed does not matter to who may be heard. */
    private Delivery senders(Delivery sent) {
        return sent.unicast() == null
                ? sent
                : sent.withUnicast(new Unicast(List.of(UnicastPeer.of(source)), 255, false));
    }

    Sender sender() {
        return new Sender(settings());
    }

    Receiver receiver() {
        return new Receiver(settings());
    }

    /** What stands behind the IP header. */
    byte[] message(ByteBuffer datagram) {
        int header = delivery.family() == Family.IPV4 ? 20 : 40;
        byte[] message = new byte[datagram.limit() - header];
        datagram.get(header, message);
        return message;
    }

    /** The datagram that carries the message. */
    ByteBuffer datagram() {
        ByteBuffer datagram = sender().next();
        datagram.position(datagram.limit() - bytes().length);
        datagram.put(bytes()).position(0);
        return datagram;
    }

    static Stream<Draft> all() {
        return Stream.of(IPV4, IPV6);
    }

    @Override
    public String toString() {
        return name;
    }
}
