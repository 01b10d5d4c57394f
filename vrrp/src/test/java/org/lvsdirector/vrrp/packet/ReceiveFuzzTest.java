package org.lvsdirector.vrrp.packet;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes a raw socket delivers: an answer, never an exception. */
public final class ReceiveFuzzTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "45c0003000010000ff70b4edc0a864f4e00000122164640301013474c0a8646fc0a864700a0000017878787800000000",
                "45c0003000010000ff70b4edc0a864f4e00000",
                "4fc0003000010000ff70b4edc0a864f4e00000122164640301013474c0a8646fc0a864700a0000017878787800000000",
                "45c0003000010000ff70b4edc0a864f4e0000012216464ff01013474c0a8646fc0a864700a0000017878787800000000"
            })
    void seeds(String seed) {
        fuzzerTestOneInput(HexFormat.of().parseHex(seed));
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Captured.all().forEach(golden -> golden.filter().check(ByteBuffer.wrap(bytes)));
        for (Family family : Family.values()) {
            AdvertisementFilter.peekVrid(ByteBuffer.wrap(bytes), family, true);
            AdvertisementFilter.peekVrid(ByteBuffer.wrap(bytes), family, false);
        }
    }
}
