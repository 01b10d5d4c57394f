package org.lvsdirector.check.udp;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.UdpProbe;

/** Whatever comes back in a datagram: a verdict, never an exception. */
public final class UdpAnswerFuzzTest {
    private static final UdpProbe.Reply[] REPLIES = {
        new UdpProbe.Reply("", 0, 65_535), new UdpProbe.Reply("00ffx1xx", 2, 6), new UdpProbe.Reply("0x", 0, 0)
    };

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "00ff21aa", "00ff2233445566"})
    void seeds(String seed) {
        fuzzerTestOneInput(HexFormat.of().parseHex(seed));
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        ConnectOptions nowhere = ConnectOptions.to(InetAddress.getLoopbackAddress(), 9, 1);
        for (UdpProbe.Reply reply : REPLIES) {
            UdpQuestion question = new UdpQuestion(new UdpProbe(nowhere, "00", reply), new Random(1));
            assertNotNull(question.answered(ByteBuffer.wrap(bytes)).verdict());
        }
    }
}
