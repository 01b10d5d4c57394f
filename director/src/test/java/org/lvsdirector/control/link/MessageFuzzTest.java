package org.lvsdirector.control.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.message.Reply;
import org.lvsdirector.control.message.Report;
import org.lvsdirector.control.message.Request;

/** Whatever a peer writes into the control socket: a message or an IOException, never anything else. */
public final class MessageFuzzTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"@type\":\"Status\"}",
                "{\"@type\":\"Reload\"}",
                "{\"@type\":\"Committed\",\"generation\":3}",
                "{\"@type\":\"Nothing\"}",
                "{\"@type\":\"Committed\",\"generation\":\"x\"}",
                "[[[[[[[["
            })
    void seeds(String seed) {
        fuzzerTestOneInput(seed.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        for (Class<?> type : List.of(Request.class, Reply.class, Report.class, Command.class)) {
            try {
                Json.mapper().readValue(bytes, type);
            } catch (IOException refused) {
                // As it should be.
            }
        }
    }
}
