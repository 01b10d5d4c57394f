package org.lvsdirector.check.ping;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a raw ICMP socket delivers: never an exception. */
public final class EchoAnswerFuzzTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "45000000000000000000000000000000000000000000ffffbeeffffe",
                "4500000000000000000000000000000000000000",
                "4f000000000000000000000000000000000000000000000000000000",
                "8100ffffbeeffffe"
            })
    void seeds(String seed) {
        fuzzerTestOneInput(HexFormat.of().parseHex(seed));
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        for (EchoFormat format : EchoFormat.values()) {
            new EchoQuestion(format, (short) 0xBEEF, (short) 0xFFFE).answered(ByteBuffer.wrap(bytes));
        }
    }
}
