package org.lvsdirector.control.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.ProbeSockets;
import org.lvsdirector.check.kinds.KindProber;
import org.lvsdirector.check.misc.ScriptRunner;
import org.lvsdirector.check.schedule.Prober;
import org.lvsdirector.check.tcp.NioSockets;
import org.lvsdirector.check.told.Tidings;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.NetworkThread;

/** One try of a check, made from a simulated machine with the sockets that the checkers process has. */
final class ProbeRun {
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final ScriptRunner NO_SCRIPTS = (check, listener) -> {
        throw new AssertionError("no command is expected here");
    };

    private ProbeRun() {}

    /** The cause and the detail of how the first stage of a probe ended. */
    static String once(Host from, Probe probe) {
        return once(from, probe, PATIENCE_NANOS);
    }

    /** The same; {@code TIMED_OUT} if it takes longer than that. */
    static String once(Host from, Probe probe, long limitNanos) {
        return NetworkThread.call(from, () -> {
            NioSockets nio = NioSockets.open();
            try (ProbeSockets sockets = LinuxProbeSockets.beside(nio)) {
                List<String> said = new ArrayList<>();
                Prober.Try attempt = new KindProber(sockets, NO_SCRIPTS, new Tidings(), new Random(3))
                        .start(spec(probe), 0, (cause, detail) -> said.add((cause + " " + detail).strip()));
                long end = System.nanoTime() + limitNanos;
                while (said.isEmpty() && System.nanoTime() - end < 0) {
                    nio.await(end - System.nanoTime());
                }
                attempt.cancel();
                return said.isEmpty() ? Cause.TIMED_OUT.name() : said.get(0);
            }
        });
    }

    private static CheckSpec spec(Probe probe) {
        return new CheckSpec(new CheckId("vs", "rs", 0), probe, new CheckTiming(1, 0, 0, 0), false, false);
    }
}
