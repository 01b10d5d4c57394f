package org.lvsdirector.vrrp.packet;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Received.Rejected;
import org.lvsdirector.vrrp.packet.Received.Remark;

/**
 * The 28 bytes behind an advertisement that prove who sent it, and when (keepalived 2.4.0, {@code auth_hmac}): the first half of an
 * HMAC-SHA256 over family, version, virtual router id, source address, the message with a checksum of zero, and a number that grows. Its
 * destination is not under it, so all copies of an advertisement carry the same. For one thread.
 */
public final class AuthenticationTrailer {
    static final int LENGTH = 28;

    private static final int TYPE = 0;
    private static final int KEY_ID = 1;
    private static final int RESERVED = 2;
    private static final int SEQUENCE = 4;
    private static final int DIGEST = 12;
    private static final int DIGEST_LENGTH = 16;

    /** Stands for the digest while it is computed. Never written to. */
    private static final byte[] NO_DIGEST = new byte[DIGEST_LENGTH];

    private static final byte TYPE_HMAC_SHA256 = 1;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_IDS = 256;

    private static final int SOURCE_IN_PSEUDO_HEADER = 4;
    private static final int PSEUDO_HEADER_LENGTH = 20;

    private final TrailerAuthentication settings;
    private final Advertisement expected;
    private final IpHeader ip;
    private final byte family;
    private final @Nullable Mac[] macs = new Mac[KEY_IDS];
    private final LongSupplier epochNanos;
    private final TrailerSequence sequence;
    private final ReplayMarks marks;
    private final LongPredicate near = this::isNear;
    private final byte[] whole = new byte[PSEUDO_HEADER_LENGTH + WireFormat.LARGEST_MESSAGE + LENGTH];
    private final ByteBuffer view = ByteBuffer.wrap(whole);
    private final byte[] digest;
    private @Nullable Remark remark;

    private AuthenticationTrailer(
            TrailerAuthentication settings, Advertisement expected, Delivery delivery, LongSupplier epochNanos) {
        this.settings = settings;
        this.expected = expected;
        this.ip = IpHeader.of(delivery.family());
        this.family = (byte) (delivery.family() == Family.IPV4 ? 4 : 6);
        this.epochNanos = epochNanos;
        this.sequence = new TrailerSequence(settings);
        this.marks = ReplayMarks.of(delivery.unicast());
        settings.keys().forEach(key -> macs[key.id()] = mac(key));
        this.digest = new byte[requireMac(settings.activeKey()).getMacLength()];
    }

    /**
     * The trailer of an instance.
     *
     * @param expected the instance's own advertisement
     * @param epochNanos the time since 1970 by a clock that may be set
     * @return null without settings
     */
    public static @Nullable AuthenticationTrailer of(
            @Nullable TrailerAuthentication settings,
            Advertisement expected,
            Delivery delivery,
            LongSupplier epochNanos) {
        return settings == null ? null : new AuthenticationTrailer(settings, expected, delivery, epochNanos);
    }

    private static Mac mac(TrailerAuthentication.Key key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key.hex()), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    private Mac requireMac(int id) {
        Mac mac = macs[id];
        if (mac == null) {
            throw new IllegalStateException("there is no key " + id);
        }
        return mac;
    }

    /** Goes on where the trailer of the same instance before a reload left off: what was replayed then is so now. */
    public void continueFrom(AuthenticationTrailer before) {
        sequence.continueFrom(before.sequence);
        marks.continueFrom(before.marks);
    }

    /** Begins the next advertisement to send. */
    public void advance() {
        sequence.advance(epochNanos.getAsLong());
    }

    /** Bytes behind each message that is sent. */
    int sentLength() {
        return settings.signs() ? LENGTH : 0;
    }

    /** Signs a message whose checksum is still zero; the room for the trailer is right behind it. */
    void sign(ByteBuffer datagram, int message, int messageLength, byte[] source) {
        int trailer = message + messageLength;
        datagram.put(trailer + TYPE, TYPE_HMAC_SHA256);
        datagram.put(trailer + KEY_ID, (byte) settings.activeKey());
        datagram.putShort(trailer + RESERVED, (short) 0);
        datagram.putLong(trailer + SEQUENCE, sequence.present());
        view.put(SOURCE_IN_PSEUDO_HEADER, source);
        compute(requireMac(settings.activeKey()), datagram, message, messageLength);
        datagram.put(trailer + DIGEST, digest, 0, DIGEST_LENGTH);
    }

    /**
     * Judges a message without a trailer.
     *
     * @return null if it will do
     */
    @Nullable
    Rejected judgeUnsigned() {
        remark = Remark.UNSIGNED;
        if (settings.demandsSignature()) {
            return Rejected.because(Rejection.TRAILER_MISSING);
        }
        return null;
    }

    /** Judges a message and the trailer behind it, and takes note of its number if all is well. */
    @Nullable
    Rejected verify(ByteBuffer datagram, int message, int messageLength) {
        int trailer = message + messageLength;
        remark = null;
        if (!marks.admits(ip, datagram)) {
            return Rejected.because(Rejection.UNICAST_SOURCE);
        }
        int type = datagram.get(trailer + TYPE) & 0xFF;
        if (type != TYPE_HMAC_SHA256 || datagram.getShort(trailer + RESERVED) != 0) {
            return new Rejected(Rejection.TRAILER_MALFORMED, type, TYPE_HMAC_SHA256);
        }
        long number = datagram.getLong(trailer + SEQUENCE);
        // Before the digest, which costs more: it can only turn a packet away.
        int late = lateness(number);
        if (settings.timed() && !isNear(number)) {
            return new Rejected(Rejection.TRAILER_STALE, late, settings.windowSeconds());
        }
        int keyId = datagram.get(trailer + KEY_ID) & 0xFF;
        Mac mac = macs[keyId];
        if (mac == null) {
            return new Rejected(Rejection.TRAILER_KEY, keyId, settings.activeKey());
        }
        ip.copySource(datagram, whole, SOURCE_IN_PSEUDO_HEADER);
        compute(mac, datagram, message, messageLength);
        int difference = 0;
        for (int i = 0; i < DIGEST_LENGTH; i++) { // all of them, so that the time tells nothing
            difference |= digest[i] ^ datagram.get(trailer + DIGEST + i);
        }
        if (difference != 0) {
            return Rejected.because(Rejection.TRAILER_DIGEST);
        }
        if (!marks.accept(ip, datagram, number, near)) {
            return Rejected.because(Rejection.TRAILER_REPLAY);
        }
        if (settings.timed() && Math.abs(late) > settings.windowSeconds() / 2) {
            remark = new Remark(Remark.Kind.CLOCK_SKEW, late, settings.windowSeconds());
        }
        return null;
    }

    /** What is to be said of the last message that was taken, or null. */
    @Nullable
    Remark remark() {
        return remark;
    }

    /** Seconds by which the clock of whoever chose this number is behind ours. */
    private int lateness(long number) {
        return TrailerSequence.secondsOf(TrailerSequence.at(epochNanos.getAsLong()))
                - TrailerSequence.secondsOf(number);
    }

    /** Without a window every number is near: a mark counts for ever. */
    private boolean isNear(long number) {
        int late = lateness(number);
        return !settings.timed() || (late <= settings.windowSeconds() && late >= -settings.windowSeconds());
    }

    /** Over a message and the trailer in front of the digest; the source address is in place already. */
    private void compute(Mac mac, ByteBuffer datagram, int message, int messageLength) {
        view.put(0, family).put(1, (byte) expected.version().number()).put(2, (byte) expected.vrid());
        int signed = messageLength + DIGEST;
        datagram.get(message, whole, PSEUDO_HEADER_LENGTH, signed);
        view.putShort(PSEUDO_HEADER_LENGTH + WireFormat.CHECKSUM, (short) 0);
        view.put(PSEUDO_HEADER_LENGTH + signed, NO_DIGEST);
        mac.update(whole, 0, PSEUDO_HEADER_LENGTH + signed + DIGEST_LENGTH);
        try {
            mac.doFinal(digest, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the digest has " + digest.length + " bytes of room", e);
        }
    }
}
