package org.lvsdirector.ipvs;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes stand in the kernel's answers: read, or refused, never anything else. */
public final class IpvsAnswerFuzzTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01010000340001000600010002000000060002000600000006000400005000000700060072720000080008000000000008000900ffffffff",
                "0c0100000800040084030000",
                "01010000ff000100",
                "0101000000000100"
            })
    void seeds(String seed) {
        fuzzerTestOneInput(HexFormat.of().parseHex(seed));
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String payload = HexFormat.of().formatHex(bytes);
        ask(payload, Ipvs::services);
        ask(payload, ipvs -> ipvs.realServers(Tables.WEB));
        ask(payload, Ipvs::timeouts);
        ask(payload, Ipvs::info);
        ask(payload, Ipvs::daemons);
    }

    private interface Question {
        Object ask(Ipvs ipvs);
    }

    private static void ask(String payload, Question question) {
        try {
            question.ask(FakeIpvsKernel.answering(payload).open());
        } catch (IpvsException refused) {
            // As it should be.
        }
    }
}
