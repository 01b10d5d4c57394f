package org.lvsdirector.vrrp.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.vrrp.packet.Received.Rejected;
import org.lvsdirector.vrrp.packet.Received.Valid;

/** Our bytes are keepalived's, and keepalived's are understood. */
class GoldenPacketTest {

    @ParameterizedTest
    @MethodSource("org.lvsdirector.vrrp.packet.Captured#all")
    void writesWhatKeepalivedWrites(Captured golden) {
        AdvertisementTemplate template = golden.template();
        ByteBuffer out = ByteBuffer.allocate(3 + template.length());
        out.position(3);

        template.write(golden.says().priority(), golden.identification(), out);

        assertEquals(0, out.remaining());
        assertArrayEquals(golden.bytes(), Arrays.copyOfRange(out.array(), 3, out.capacity()));
    }

    @ParameterizedTest
    @MethodSource("org.lvsdirector.vrrp.packet.Captured#all")
    void readsWhatKeepalivedWrites(Captured golden) {
        Valid valid = assertInstanceOf(Valid.class, golden.filter().check(golden.buffer()));

        assertEquals(golden.says(), valid.advertisement());
        assertEquals(golden.source(), valid.source());
        assertEquals(true, valid.addressesMatch());
    }

    @ParameterizedTest
    @MethodSource("org.lvsdirector.vrrp.packet.Captured#all")
    void everyTruncatedPrefixIsRejectedForItsLength(Captured golden) {
        for (int length = 0; length < golden.bytes().length; length++) {
            ByteBuffer prefix = golden.buffer().limit(length);
            Rejected rejected = assertInstanceOf(Rejected.class, golden.filter().check(prefix));
            assertEquals(Rejection.LENGTH, rejected.reason(), "prefix of " + length);
        }
    }

    @Test
    void theSameAdvertisementAgainGivesTheSameAnswerObject() {
        AdvertisementFilter filter = Captured.PASSWORD.filter();
        Received first = filter.check(Captured.PASSWORD.buffer());
        filter.check(Captured.VERSION_3.buffer());

        assertSame(first, filter.check(Captured.PASSWORD.buffer()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 255})
    void rememberedAnswersDoNotHideANewPriority(int priority) {
        AdvertisementFilter filter = Captured.PASSWORD.filter();
        filter.check(Captured.PASSWORD.buffer());
        ByteBuffer out = ByteBuffer.allocate(Captured.PASSWORD.bytes().length);
        Captured.PASSWORD.template().write(priority, 9, out);

        Valid valid = assertInstanceOf(Valid.class, filter.check(out.flip()));

        assertEquals(priority, valid.advertisement().priority());
    }

    @Test
    void identificationCountsUpAndLeavesOutZero() {
        assertEquals(1, AdvertisementTemplate.nextIdentification(0));
        assertEquals(0xFFFF, AdvertisementTemplate.nextIdentification(0xFFFE));
        assertEquals(1, AdvertisementTemplate.nextIdentification(0xFFFF));
    }

    @Test
    void theDatagramIsLeftAsItWas() {
        ByteBuffer datagram = ByteBuffer.allocate(100);
        datagram.position(7);
        datagram.put(Captured.PASSWORD.bytes()).limit(datagram.position()).position(7);

        assertInstanceOf(Valid.class, Captured.PASSWORD.filter().check(datagram));
        assertEquals(100, AdvertisementFilter.peekVrid(datagram, Family.IPV4, false));
        assertEquals(7, datagram.position());
    }
}
