package org.lvsdirector.netlink;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.netlink.route.InterfaceException;
import org.lvsdirector.netlink.route.KernelInterfaces;

/** Whatever datagrams come out of a netlink socket: read, or refused, never anything else. */
public final class DatagramFuzzTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00000000000000000000000000000000",
                "1000",
                "300000001000020001000000000000000000010002000000430001000000000009000300657468300000000000000000"
            })
    void seeds(String seed) {
        fuzzerTestOneInput(HexFormat.of().parseHex(seed));
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        ScriptedKernel kernel = new ScriptedKernel(
                requests -> List.of(bytes, Replies.done(requests.get(0).sequence())));
        try (NetlinkConnection connection = new NetlinkConnection(kernel)) {
            new KernelInterfaces(connection).links();
        } catch (NetlinkException | InterfaceException refused) {
            // As it should be.
        }
    }
}
