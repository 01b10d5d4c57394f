package org.lvsdirector.check.dns;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.check.DnsProbe;

/** Whatever comes back from a name server: never an exception. */
public final class DnsAnswerFuzzTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "123481800001000000000000", "123481830001000000000000", "12348180"})
    void seeds(String seed) {
        fuzzerTestOneInput(HexFormat.of().parseHex(seed));
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        new DnsQuestion(0x1234, DnsProbe.Type.A, "a.example.org").answered(ByteBuffer.wrap(bytes));
    }
}
