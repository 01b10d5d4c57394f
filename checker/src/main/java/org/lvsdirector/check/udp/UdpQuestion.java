package org.lvsdirector.check.udp;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.UdpProbe;
import org.lvsdirector.check.datagram.Question;
import org.lvsdirector.check.stream.Turn;

/** A payload, and the answer that it should have. */
final class UdpQuestion implements Question {
    private static final int RANDOM_BYTES = 32;
    private static final int HIGH = 4;
    private static final int LOW = 0xF;

    private final UdpProbe probe;
    private final RandomGenerator random;

    UdpQuestion(UdpProbe probe, RandomGenerator random) {
        this.probe = probe;
        this.random = random;
    }

    @Override
    public ByteBuffer datagram() {
        if (probe.payload() != null) {
            return ByteBuffer.wrap(HexFormat.of().parseHex(probe.payload()));
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public Turn answered(ByteBuffer datagram) {
        UdpProbe.Reply wanted = probe.reply();
        if (wanted == null) {
            return Turn.well();
        }
        int length = datagram.remaining();
        if (length < wanted.minLength() || length > wanted.maxLength()) {
            return Turn.failed(Cause.WRONG_ANSWER, "the answer has " + length + " bytes");
        }
        return fits(datagram, wanted.nibbles())
                ? Turn.well()
                : Turn.failed(Cause.WRONG_ANSWER, "the answer is another one");
    }

    private static boolean fits(ByteBuffer datagram, String nibbles) {
        int bytes = Math.min(datagram.remaining(), nibbles.length() / 2);
        for (int i = 0; i < bytes; i++) {
            int found = datagram.get(datagram.position() + i);
            if (!fits(nibbles.charAt(2 * i), found >> HIGH & LOW) || !fits(nibbles.charAt(2 * i + 1), found & LOW)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char wanted, int nibble) {
        return wanted == 'x' || HexFormat.fromHexDigit(wanted) == nibble;
    }
}
