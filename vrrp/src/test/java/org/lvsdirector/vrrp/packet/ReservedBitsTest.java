package org.lvsdirector.vrrp.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.packet.Received.Valid;

/** RFC 9568, section 5.2.6: four bits in front of the interval. */
class ReservedBitsTest {
    private static final int MESSAGE = 20;
    private static final int RESERVED = MESSAGE + WireFormat.AUTH_TYPE;

    @Test
    void areSentAsZero() {
        Advertisement says = Captured.VERSION_3.says();
        Advertisement slowest =
                new Advertisement(VrrpVersion.V3, 7, 200, 4095, says.authentication(), says.addresses());
        ByteBuffer out = ByteBuffer.allocate(100);
        Captured.VERSION_3.template(slowest).write(200, 1, out);

        assertEquals(0x0F, out.get(RESERVED));
    }

    @Test
    void areIgnoredAsTheyCome() {
        ByteBuffer datagram = Captured.VERSION_3.buffer();
        int before = datagram.getShort(RESERVED);
        datagram.putShort(RESERVED, (short) (before | 0xF000));
        int sum = datagram.getShort(MESSAGE + WireFormat.CHECKSUM) & 0xFFFF;
        int added = sum - 0xF000;
        datagram.putShort(MESSAGE + WireFormat.CHECKSUM, (short) (added < 0 ? added - 1 : added));

        Valid valid = assertInstanceOf(Valid.class, Captured.VERSION_3.filter().check(datagram));
        assertEquals(Captured.VERSION_3.says(), valid.advertisement());
    }
}
