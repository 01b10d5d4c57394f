package org.lvsdirector.vrrp.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.vrrp.packet.Received.Rejected;
import org.lvsdirector.vrrp.packet.Received.Remark;
import org.lvsdirector.vrrp.packet.Received.Valid;
import org.lvsdirector.vrrp.packet.TrailerAuthentication.Mode;

/** {@code auth_hmac}: the bytes of the draft, and every reason to drop what was signed. */
class AuthenticationTrailerTest {
    private static final long SECOND = 1_000_000_000;

    @ParameterizedTest
    @MethodSource("org.lvsdirector.vrrp.packet.Draft#all")
    void writesWhatTheDraftHas(Draft draft) {
        assertArrayEquals(draft.bytes(), draft.message(draft.sender().next()));
    }

    @ParameterizedTest
    @MethodSource("org.lvsdirector.vrrp.packet.Draft#all")
    void readsWhatTheDraftHas(Draft draft) {
        Valid valid = assertInstanceOf(Valid.class, draft.receiver().hear(draft.datagram()));

        assertEquals(draft.says(), valid.advertisement());
        assertEquals(null, valid.remark());
    }

    /** One byte of the draft's IPv6 message replaced. What the checksum says is no matter of the digest, but is looked at after it. */
    @ParameterizedTest
    @CsvSource({
        " 2, TRAILER_DIGEST", // priority
        " 5, TRAILER_DIGEST", // interval
        " 6, CHECKSUM",
        "23, TRAILER_DIGEST", // virtual address
        "24, TRAILER_MALFORMED", // type
        "25, TRAILER_KEY",
        "26, TRAILER_MALFORMED", // reserved
        "31, TRAILER_DIGEST", // seconds, within the window
        "28, TRAILER_STALE",
        "35, TRAILER_DIGEST", // counter
        "36, TRAILER_DIGEST", // first byte of the digest
        "51, TRAILER_DIGEST", // and its last
    })
    void oneBadByte(int offset, String verdict) {
        ByteBuffer datagram = Draft.IPV6.datagram();
        int at = datagram.limit() - Draft.IPV6.bytes().length + offset;
        datagram.put(at, (byte) (datagram.get(at) ^ (offset == 25 ? 8 : 1)));

        assertEquals(verdict, Draft.IPV6.receiver().verdict(datagram));
    }

    @ParameterizedTest
    @MethodSource("org.lvsdirector.vrrp.packet.Draft#all")
    void anotherSourceCannotUseTheSignature(Draft draft) {
        ByteBuffer datagram = draft.datagram();
        boolean ipv4 = draft == Draft.IPV4;
        datagram.put(ipv4 ? WireFormat.IP_SOURCE + 3 : 23, (byte) 9);

        assertEquals(
                ipv4 ? "TRAILER_DIGEST" : "UNICAST_SOURCE", draft.receiver().verdict(datagram));
    }

    @ParameterizedTest
    @MethodSource("org.lvsdirector.vrrp.packet.Draft#all")
    void aReplayIsTold(Draft draft) {
        Draft.Sender sender = draft.sender();
        Draft.Receiver receiver = draft.receiver();
        ByteBuffer first = sender.next();
        ByteBuffer second = sender.next();

        assertEquals("VALID", receiver.verdict(first));
        assertEquals("TRAILER_REPLAY", receiver.verdict(first));
        assertEquals("VALID", receiver.verdict(second));
        assertEquals("TRAILER_REPLAY", receiver.verdict(first));
    }

    @Test
    void allCopiesOfAnAdvertisementCarryTheSameTrailer() {
        Draft.Sender sender = Draft.IPV4.sender();
        byte[] one = Draft.IPV4.message(sender.next());
        byte[] other = Draft.IPV4.message(sender.copy(Captured.address("192.0.2.10")));

        assertArrayEquals(one, other);
    }

    @ParameterizedTest
    @CsvSource({
        "  5, VALID",
        " -5, VALID",
        "  6, TRAILER_STALE",
        " -6, TRAILER_STALE",
        "900, TRAILER_STALE",
    })
    void theTimeMustBeWithinTheWindow(int seconds, String verdict) {
        Draft.Receiver receiver = Draft.IPV4.receiver();
        receiver.epochNanos.addAndGet(seconds * SECOND);

        assertEquals(verdict, receiver.verdict(Draft.IPV4.datagram()));
    }

    @Test
    void aStalePacketTellsHowStale() {
        Draft.Receiver receiver = Draft.IPV4.receiver();
        receiver.epochNanos.addAndGet(7 * SECOND);

        assertEquals(new Rejected(Rejection.TRAILER_STALE, 7, Draft.WINDOW), receiver.hear(Draft.IPV4.datagram()));
    }

    @Test
    void withoutTimeItIsEnoughThatNumbersGrow() {
        Draft.Receiver receiver = Draft.IPV4.new Receiver(Draft.settings(Mode.ENFORCE, 1, false));
        receiver.epochNanos.addAndGet(90_000 * SECOND);

        assertEquals("VALID", receiver.verdict(Draft.IPV4.datagram()));
        assertEquals("TRAILER_REPLAY", receiver.verdict(Draft.IPV4.datagram()));
    }

    @Test
    void aClockThatDriftsIsRemarkedBeforeItIsTooLate() {
        Draft.Receiver receiver = Draft.IPV4.receiver();
        receiver.epochNanos.addAndGet(3 * SECOND);
        Valid valid = assertInstanceOf(Valid.class, receiver.hear(Draft.IPV4.datagram()));

        assertEquals(new Remark(Remark.Kind.CLOCK_SKEW, 3, Draft.WINDOW), valid.remark());
    }

    /** RFC 1982: a sender whose clock was set back starts from the clock; the mark of what it said from the future expires. */
    @Test
    void aClockThatWasSetBackIsFollowed() {
        Draft.Sender sender = Draft.IPV4.sender();
        sender.epochNanos.addAndGet(3600 * SECOND);
        Draft.Receiver receiver = Draft.IPV4.receiver();
        receiver.epochNanos.addAndGet(3600 * SECOND);
        assertEquals("VALID", receiver.verdict(sender.next()));
        sender.epochNanos.addAndGet(-3600 * SECOND);
        receiver.epochNanos.addAndGet(-3600 * SECOND);

        assertEquals("VALID", receiver.verdict(sender.next()));
    }

    @Test
    void aClockThatStandsStillOrGoesBackALittleLeavesTheNumbersGrowing() {
        Draft.Sender sender = Draft.IPV4.sender();
        Draft.Receiver receiver = Draft.IPV4.receiver();
        for (int i = 0; i < 10; i++) {
            sender.epochNanos.addAndGet(-SECOND / 10);
            assertEquals("VALID", receiver.verdict(sender.next()), "number " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"ENFORCE, false", "PERMISSIVE, true", "RECEIVE_ONLY, true"})
    void whatIsNotSignedIsTakenWhileNotAllSign(Mode mode, boolean taken) {
        ByteBuffer unsigned = Draft.IPV4.new Sender(Draft.settings(Mode.RECEIVE_ONLY, 1, true)).next();
        Draft.Receiver receiver = Draft.IPV4.new Receiver(Draft.settings(mode, 1, true));

        if (taken) {
            assertEquals(
                    Remark.UNSIGNED,
                    assertInstanceOf(Valid.class, receiver.hear(unsigned)).remark());
        } else {
            assertEquals(Rejected.because(Rejection.TRAILER_MISSING), receiver.hear(unsigned));
        }
    }

    /** Nothing is taken that pretends to be signed. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void aWrongKeyIsDroppedInEveryMode(Mode mode) {
        TrailerAuthentication other = new TrailerAuthentication(
                Mode.ENFORCE, List.of(new TrailerAuthentication.Key(1, Draft.SECOND)), 1, true, Draft.WINDOW);
        ByteBuffer foreign = Draft.IPV4.new Sender(other).next();

        assertEquals("TRAILER_DIGEST", Draft.IPV4.new Receiver(Draft.settings(mode, 1, true)).verdict(foreign));
    }

    @Test
    void othersMaySignWithAnyKeyThatIsKnown() {
        Draft.Receiver receiver = Draft.IPV4.receiver();
        Draft.Sender before = Draft.IPV4.sender();
        assertEquals("VALID", receiver.verdict(before.next()));
        Draft.Sender rolledOver = Draft.IPV4.new Sender(Draft.settings(Mode.ENFORCE, 2, true));
        rolledOver.epochNanos.addAndGet(SECOND);

        assertEquals("VALID", receiver.verdict(rolledOver.next()));
    }

    @Test
    void whoDoesNotKnowTrailersDropsThemForTheirLength() {
        AdvertisementFilter plain = AdvertisementFilter.of(
                Draft.IPV4.says(), Delivery.multicast(Family.IPV4).withChecksum(ChecksumForm.MESSAGE_ONLY), null);

        assertEquals(new Rejected(Rejection.LENGTH, 60, 32), plain.check(Draft.IPV4.datagram()));
    }

    /** Four senders are remembered; a fifth takes the place of the one longest unheard. */
    @Test
    void marksOfManySenders() {
        Draft.Receiver receiver = Draft.IPV4.receiver();
        ByteBuffer[] said = new ByteBuffer[5];
        for (int i = 0; i < said.length; i++) {
            said[i] = Draft.IPV4.new Sender(Draft.settings(), Captured.address("198.51.100." + (20 + i))).next();
            assertEquals("VALID", receiver.verdict(said[i]));
        }
        assertEquals("TRAILER_REPLAY", receiver.verdict(said[4]));
        assertEquals("TRAILER_REPLAY", receiver.verdict(said[1]));
        assertEquals("VALID", receiver.verdict(said[0]), "it was forgotten");
    }

    @ParameterizedTest
    @MethodSource("org.lvsdirector.vrrp.packet.Draft#all")
    void aReloadForgetsNoMark(Draft draft) {
        Draft.Receiver before = draft.receiver();
        ByteBuffer heard = draft.sender().next();
        assertEquals("VALID", before.verdict(heard));
        Draft.Receiver after = draft.new Receiver(Draft.settings(Mode.ENFORCE, 2, true));
        after.trailer.continueFrom(before.trailer);

        assertEquals("TRAILER_REPLAY", after.verdict(heard));
    }

    @Test
    void forgedPacketsMoveNoMark() {
        Draft.Receiver receiver = Draft.IPV4.receiver();
        ByteBuffer forged = Draft.IPV4.datagram();
        forged.put(forged.limit() - 17, (byte) 9); // a later number, under the old digest
        assertEquals("TRAILER_DIGEST", receiver.verdict(forged));

        assertEquals("VALID", receiver.verdict(Draft.IPV4.datagram()));
    }

    @Test
    void everyTruncatedPrefixIsDropped() {
        ByteBuffer datagram = Draft.IPV4.datagram();
        byte[] whole = new byte[datagram.limit()];
        datagram.get(whole);
        for (int length = 0; length < whole.length; length++) {
            assertFalse(Draft.IPV4.receiver().hear(ByteBuffer.wrap(whole, 0, length)) instanceof Valid, "of " + length);
        }
    }

    @Test
    void keysAreNeverShown() {
        assertFalse(Draft.settings().toString().contains(Draft.FIRST));
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        List<TrailerAuthentication.Key> keys = List.of(new TrailerAuthentication.Key(1, Draft.FIRST));
        assertThrows(IllegalArgumentException.class, () -> new TrailerAuthentication(Mode.ENFORCE, keys, 2, true, 5));
        assertThrows(IllegalArgumentException.class, () -> new TrailerAuthentication(Mode.ENFORCE, keys, 1, true, 301));
        assertThrows(IllegalArgumentException.class, () -> new TrailerAuthentication(Mode.ENFORCE, keys, 1, true, 0));
        List<TrailerAuthentication.Key> twice =
                List.of(new TrailerAuthentication.Key(1, Draft.FIRST), new TrailerAuthentication.Key(1, Draft.SECOND));
        assertThrows(IllegalArgumentException.class, () -> new TrailerAuthentication(Mode.ENFORCE, twice, 1, true, 5));
    }
}
