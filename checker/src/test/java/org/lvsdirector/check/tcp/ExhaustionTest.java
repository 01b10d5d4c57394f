package org.lvsdirector.check.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;

/** A process that has no descriptors left must not take its real servers for dead. */
class ExhaustionTest {

    @Test
    void noDescriptorsLeftIsThisMachinesFault() throws IOException, InterruptedException {
        String java = System.getProperty("java.home") + "/bin/java";
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -n 100; exec \"$@\"",
                        "bash",
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Exhausted.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertEquals(Cause.LOCAL_RESOURCES + " Too many open files\n", output);
    }

    /** Runs in a process of its own: opens probes until one cannot be opened, and says why. */
    static final class Exhausted {
        private Exhausted() {}

        public static void main(String[] arguments) throws IOException {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            NioSockets sockets = NioSockets.open();
            List<ProbeSocket> open = new ArrayList<>();
            try (ServerSocket server = new ServerSocket(0, 200, loopback)) {
                ConnectOptions options =
                        ConnectOptions.to(loopback, server.getLocalPort(), TimeUnit.SECONDS.toNanos(1));
                // Classes are read from files: what the last step needs must be there before the descriptors run out.
                String warm = Cause.LOCAL_RESOURCES + new ProbeException(Cause.REFUSED, "warm").detail();
                while (!warm.isEmpty()) {
                    open.add(sockets.connectTcp(options, () -> {}));
                }
            } catch (ProbeException e) {
                System.out.println(e.failure() + " " + e.detail());
                System.exit(open.isEmpty() ? 1 : 0);
            }
        }
    }
}
