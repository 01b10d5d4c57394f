package org.lvsdirector.vrrp.packet;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Received.Rejected;

/**
 * The IPsec authentication header (RFC 2402) with HMAC-MD5-96 (RFC 2403) between the IPv4 header and a version 2 advertisement (RFC 2338,
 * section 5.3.6.3), as keepalived uses it: the security parameter index is the source address, and one sequence number serves for what is
 * sent and what is heard, so that whoever becomes master counts on from the master before. For one thread.
 */
public final class AuthenticationHeader {
    static final int LENGTH = 24;

    private static final int NEXT_HEADER = 0;
    private static final int PAYLOAD_LENGTH = 1;
    private static final int SPI = 4;
    private static final int SEQUENCE = 8;
    private static final int DIGEST = 12;
    private static final int DIGEST_LENGTH = 12;

    /** In words of four bytes, less two. */
    private static final int LENGTH_IN_WORDS = LENGTH / Integer.BYTES - 2;

    private static final String ALGORITHM = "HmacMD5";

    private final Mac mac;
    private final byte[] whole = new byte[WireFormat.IP_HEADER_LENGTH + LENGTH + WireFormat.LARGEST_MESSAGE_V2];
    private final ByteBuffer view = ByteBuffer.wrap(whole);
    private final byte[] digest;
    private int sequence;

    private AuthenticationHeader(Mac mac) {
        this.mac = mac;
        this.digest = new byte[mac.getMacLength()];
    }

    /** The header for this authentication; null if it has none. */
    public static @Nullable AuthenticationHeader of(Authentication authentication) {
        if (authentication.type() != AuthType.AH) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(authentication.key(), ALGORITHM));
            return new AuthenticationHeader(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** Goes on counting where another left off. */
    public void continueFrom(AuthenticationHeader before) {
        sequence = before.sequence;
    }

    /** Counts up, for the next advertisement to send. */
    public void advance() {
        sequence++;
    }

    /** What stands between IP header and message before the first packet. */
    static byte[] make(byte[] sourceAddress) {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) WireFormat.IP_PROTOCOL_VRRP)
                .put((byte) LENGTH_IN_WORDS)
                .putShort((short) 0) // reserved
                .put(sourceAddress) // security parameter index
                .array();
    }

    /** Signs a datagram that is complete but for sequence number and digest, from {@code start} to {@code end}. */
    void sign(ByteBuffer datagram, int start, int end) {
        int header = start + WireFormat.IP_HEADER_LENGTH;
        datagram.putInt(header + SEQUENCE, sequence);
        compute(datagram, start, end - start);
        for (int i = 0; i < DIGEST_LENGTH; i++) {
            datagram.put(header + DIGEST + i, digest[i]);
        }
    }

    /**
     * Judges a datagram that starts at the buffer's position, and takes over its sequence number if all is well.
     *
     * @param length bytes from the IP header to the end of the message
     */
    @Nullable
    Rejected verify(ByteBuffer datagram, int ipHeaderLength, int length) {
        int start = datagram.position();
        int header = start + ipHeaderLength;
        int nextHeader = datagram.get(header + NEXT_HEADER) & 0xFF;
        boolean known = nextHeader == WireFormat.IP_PROTOCOL_VRRP
                && datagram.get(header + PAYLOAD_LENGTH) == LENGTH_IN_WORDS
                && ipHeaderLength == WireFormat.IP_HEADER_LENGTH
                && length <= whole.length;
        if (!known) {
            return new Rejected(Rejection.AH_HEADER, nextHeader, WireFormat.IP_PROTOCOL_VRRP);
        }
        if (datagram.getInt(header + SPI) != datagram.getInt(start + WireFormat.IP_SOURCE)) {
            return Rejected.because(Rejection.AH_SPI);
        }
        int received = datagram.getInt(header + SEQUENCE);
        // An equal number passes: two masters that count in step must hear each other.
        if (Integer.compareUnsigned(received, sequence) < 0) {
            return new Rejected(Rejection.AH_REPLAY, received, sequence);
        }
        compute(datagram, start, length);
        int difference = 0;
        for (int i = 0; i < DIGEST_LENGTH; i++) { // all of them, so that the time tells nothing
            difference |= digest[i] ^ datagram.get(header + DIGEST + i);
        }
        if (difference != 0) {
            return Rejected.because(Rejection.AH_DIGEST);
        }
        sequence = received;
        return null;
    }

    /**
     * Over everything but what routers may change, and the digest itself (RFC 2402, section 3.3.3); the TTL is not left out, against the
     * RFC, since keepalived 2.2.7 does not leave it out either.
     */
    private void compute(ByteBuffer datagram, int start, int length) {
        datagram.get(start, whole, 0, length);
        whole[WireFormat.IP_TYPE_OF_SERVICE] = 0;
        view.putShort(WireFormat.IP_FRAGMENT, (short) 0);
        view.putShort(WireFormat.IP_CHECKSUM, (short) 0);
        view.putInt(WireFormat.IP_HEADER_LENGTH + DIGEST, 0);
        view.putLong(WireFormat.IP_HEADER_LENGTH + DIGEST + Integer.BYTES, 0);
        mac.update(whole, 0, length);
        try {
            mac.doFinal(digest, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the digest has " + digest.length + " bytes of room", e);
        }
    }
}
