package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Received.Rejected;
import org.lvsdirector.vrrp.packet.Received.Remark;
import org.lvsdirector.vrrp.packet.Received.Valid;

/**
 * The checks of a VRRP message against what an instance expects, the same over IPv4 and IPv6. All offsets are absolute; each method says
 * what must have been checked before it.
 */
final class MessageCheck {
    private static final int LARGEST_AUTH_TYPE = AuthType.AH.code();

    private final Advertisement expected;
    private final Delivery delivery;
    private final Family family;
    private final long groupSum;
    private final byte[] addresses;
    private final long authData;
    private boolean heardOldUnicastChecksum;

    MessageCheck(Advertisement expected, Delivery delivery) {
        this.expected = expected;
        this.delivery = delivery;
        this.family = delivery.family();
        byte[] group = delivery.group().getAddress();
        this.groupSum = InternetChecksum.add(0, ByteBuffer.wrap(group), 0, group.length);
        byte[] message = AdvertisementEncoder.encode(expected, family);
        int end = message.length - WireFormat.authLength(expected.version(), family);
        this.addresses = Arrays.copyOfRange(message, WireFormat.HEADER_LENGTH, end);
        this.authData = expected.authentication().data();
    }

    /**
     * Whether the message is whole, comes from this network, and is one for this instance.
     *
     * @param available bytes from {@code message} on, at least a header
     */
    @Nullable
    Rejected envelope(ByteBuffer in, int message, int available, int ttl) {
        int needed = ownLength(in, message);
        if (available < needed) {
            return new Rejected(Rejection.LENGTH, available, needed);
        }
        if (delivery.unicast() == null && ttl != WireFormat.TTL) {
            return new Rejected(Rejection.TTL, ttl, WireFormat.TTL);
        }
        int version = version(in, message);
        if (version != expected.version().number()) {
            return new Rejected(Rejection.VERSION, version, expected.version().number());
        }
        int vrid = in.get(message + WireFormat.VRID) & 0xFF;
        if (vrid != expected.vrid()) {
            return new Rejected(Rejection.VRID, vrid, expected.vrid());
        }
        return null;
    }

    private static int version(ByteBuffer in, int message) {
        return (in.get(message + WireFormat.VERSION_TYPE) & 0xFF) >>> 4;
    }

    /** Bytes that a message of its own version has. */
    private int ownLength(ByteBuffer in, int message) {
        boolean second = version(in, message) == VrrpVersion.V2.number();
        int count = in.get(message + WireFormat.ADDRESS_COUNT) & 0xFF;
        return WireFormat.messageLength(second ? VrrpVersion.V2 : VrrpVersion.V3, family, count);
    }

    /** Version 2's own idea of authentication; after {@link #envelope}. */
    @Nullable
    Rejected authentication(ByteBuffer in, int message) {
        if (expected.version() != VrrpVersion.V2) {
            return null;
        }
        int authType = in.get(message + WireFormat.AUTH_TYPE) & 0xFF;
        int expectedType = expected.authentication().type().code();
        if (authType > LARGEST_AUTH_TYPE) {
            return new Rejected(Rejection.AUTH_TYPE_INVALID, authType, expectedType);
        }
        if (authType != expectedType) {
            return new Rejected(Rejection.AUTH_TYPE_MISMATCH, authType, expectedType);
        }
        // One comparison of two words takes the same time whichever bytes differ.
        int data = message + messageLength(in, message) - Authentication.DATA_LENGTH;
        boolean wrong = authType == AuthType.PASS.code() && in.getLong(data) != authData;
        return wrong ? Rejected.because(Rejection.AUTH_FAILURE) : null;
    }

    /** Interval and type; after {@link #authentication}. */
    @Nullable
    Rejected content(ByteBuffer in, int message) {
        int type = in.get(message + WireFormat.VERSION_TYPE) & 0x0F;
        Rejected rejected = expected.version() == VrrpVersion.V2 ? interval(in, message) : null;
        if (rejected == null && type != WireFormat.TYPE_ADVERTISEMENT) {
            return new Rejected(Rejection.TYPE, type, WireFormat.TYPE_ADVERTISEMENT);
        }
        return rejected;
    }

    private @Nullable Rejected interval(ByteBuffer in, int message) {
        int seconds = in.get(message + WireFormat.INTERVAL) & 0xFF;
        int expectedSeconds = expected.intervalCentis() / WireFormat.CENTIS_PER_SECOND;
        return seconds == expectedSeconds ? null : new Rejected(Rejection.INTERVAL, seconds, expectedSeconds);
    }

    /**
     * After {@link #envelope}. Version 2 has no pseudo header; of version 3 over IPv4 there are several ideas, see {@link ChecksumForm}. A
     * trailer is under it only over IPv6, where the kernel of most routers has the checksum in hand.
     *
     * @param trailerLength bytes behind the message
     * @param addressSum of source and destination
     * @param sourceSum of the source alone
     */
    @Nullable
    Rejected checksum(ByteBuffer in, int message, int trailerLength, long addressSum, long sourceSum) {
        int length = messageLength(in, message) + (family == Family.IPV6 ? trailerLength : 0);
        long sum = InternetChecksum.add(0, in, message, length);
        if (expected.version() == VrrpVersion.V2) {
            return InternetChecksum.fold(sum) == 0 ? null : Rejected.because(Rejection.CHECKSUM);
        }
        long rest = (long) WireFormat.IP_PROTOCOL_VRRP + length;
        boolean right = InternetChecksum.fold(sum + addressSum + rest) == 0 || isMessageOnly(sum);
        if (!right && isOldUnicast(sum + sourceSum + groupSum + rest)) {
            heardOldUnicastChecksum = true;
            right = true;
        }
        return right ? null : Rejected.because(Rejection.CHECKSUM);
    }

    private boolean isMessageOnly(long sum) {
        return family == Family.IPV4
                && delivery.checksum() == ChecksumForm.MESSAGE_ONLY
                && InternetChecksum.fold(sum) == 0;
    }

    private boolean isOldUnicast(long sum) {
        return delivery.unicast() != null
                && delivery.checksum() != ChecksumForm.PSEUDO_HEADER_ONLY
                && InternetChecksum.fold(sum) == 0;
    }

    boolean heardOldUnicastChecksum() {
        return heardOldUnicastChecksum;
    }

    /** Bytes that a message of the expected version with this address count has; needs a header. */
    int messageLength(ByteBuffer in, int message) {
        int count = in.get(message + WireFormat.ADDRESS_COUNT) & 0xFF;
        return WireFormat.messageLength(expected.version(), family, count);
    }

    /** Whether the message says the same as one decoded before; after all checks. */
    boolean repeats(Valid before, ByteBuffer in, int message, @Nullable Remark remark) {
        Advertisement advertisement = before.advertisement();
        return before.addressesMatch()
                && Objects.equals(before.remark(), remark)
                && advertisement.priority() == (in.get(message + WireFormat.PRIORITY) & 0xFF)
                && advertisement.intervalCentis() == intervalCentis(in, message)
                && sameAddresses(in, message);
    }

    /** Decodes after all checks. */
    Valid decode(ByteBuffer in, int message, InetAddress source, @Nullable Remark remark) {
        List<InetAddress> listed = sameAddresses(in, message) ? expected.addresses() : addresses(in, message);
        boolean match = listed.size() == expected.addresses().size()
                && new HashSet<>(listed).equals(new HashSet<>(expected.addresses()));
        Advertisement advertisement = new Advertisement(
                expected.version(),
                expected.vrid(),
                in.get(message + WireFormat.PRIORITY) & 0xFF,
                intervalCentis(in, message),
                expected.authentication(),
                listed);
        return new Valid(advertisement, source, match, remark);
    }

    private int intervalCentis(ByteBuffer in, int message) {
        return expected.version() == VrrpVersion.V2
                ? (in.get(message + WireFormat.INTERVAL) & 0xFF) * WireFormat.CENTIS_PER_SECOND
                : in.getShort(message + WireFormat.AUTH_TYPE) & WireFormat.V3_INTERVAL_MASK;
    }

    private boolean sameAddresses(ByteBuffer in, int message) {
        int count = in.get(message + WireFormat.ADDRESS_COUNT) & 0xFF;
        if (count * family.addressLength() != addresses.length) {
            return false;
        }
        for (int i = 0; i < addresses.length; i++) {
            if (in.get(message + WireFormat.HEADER_LENGTH + i) != addresses[i]) {
                return false;
            }
        }
        return true;
    }

    private List<InetAddress> addresses(ByteBuffer in, int message) {
        int count = in.get(message + WireFormat.ADDRESS_COUNT) & 0xFF;
        List<InetAddress> listed = new ArrayList<>(count);
        byte[] address = new byte[family.addressLength()];
        for (int i = 0; i < count; i++) {
            in.get(message + WireFormat.HEADER_LENGTH + i * address.length, address);
            try {
                listed.add(InetAddress.getByAddress(address));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(address.length + " bytes are no address", e);
            }
        }
        return listed;
    }
}
