package org.lvsdirector.check;

import java.net.InetAddress;
import java.util.concurrent.TimeUnit;

/** Check specifications for tests, in seconds as people write them. */
public final class Specs {
    private static final String SERVICE = "[192.168.1.11]:tcp:80";

    public static final CheckTiming TIMING = timing(6, 2, 3, 0);

    private Specs() {}

    public static CheckTiming timing(int delayLoop, int retry, int delayBeforeRetry, int warmup) {
        return new CheckTiming(seconds(delayLoop), retry, seconds(delayBeforeRetry), seconds(warmup));
    }

    public static CheckId id(int server) {
        return new CheckId(SERVICE, "[10.0.0." + server + "]:tcp:80", 0);
    }

    public static CheckSpec spec(int server, CheckTiming timing, boolean alpha) {
        ConnectOptions connect = ConnectOptions.to(InetAddress.getLoopbackAddress(), 80, seconds(5));
        return new CheckSpec(id(server), new TcpProbe(connect, TcpProbe.Closing.RESET), timing, alpha, false);
    }

    public static CheckSpec spec(ConnectOptions connect) {
        return new CheckSpec(id(1), new TcpProbe(connect, TcpProbe.Closing.RESET), TIMING, false, false);
    }

    /** A check of a kind, with {@link #TIMING}. */
    public static CheckSpec of(Probe probe) {
        return new CheckSpec(id(1), probe, TIMING, false, false);
    }

    public static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
