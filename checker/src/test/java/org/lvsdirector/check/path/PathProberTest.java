package org.lvsdirector.check.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.DataPath;
import org.lvsdirector.check.Specs;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.schedule.Prober;

class PathProberTest {
    private static final String REASON =
            "it answers on its own address but not on 192.0.2.1 (%s): run scripts/real-server there";

    private final List<String> asked = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private Prober.@Nullable Outcome open;
    private int progress;
    private boolean passable = true;

    private final Prober sockets = (spec, stage, outcome) -> {
        ConnectOptions connect = ((TcpProbe) spec.probe()).connect();
        String target = connect.address().getHostAddress() + ":" + connect.port() + " mark " + connect.fwmark();
        asked.add(target);
        open = outcome;
        return () -> cancelled.add(target);
    };
    private final PathProber prober = new PathProber(
            sockets,
            (straight, path, address) -> passable
                    ? new ConnectOptions(address, path.port(), null, 0, null, path.mark(), straight.timeoutNanos())
                    : null);

    private Prober.Try start(String... addresses) throws UnknownHostException {
        List<InetAddress> all = new ArrayList<>();
        for (String address : addresses) {
            all.add(InetAddress.getByName(address));
        }
        ConnectOptions connect = ConnectOptions.to(InetAddress.getByName("10.0.0.1"), 8080, Specs.seconds(5));
        CheckSpec plain = Specs.spec(connect);
        CheckSpec spec =
                new CheckSpec(plain.id(), plain.probe(), plain.timing(), false, false, new DataPath(all, 80, 7));
        return prober.start(spec, 0, new Prober.Outcome() {
            @Override
            public void ended(Cause cause, String detail) {
                ends.add(cause + " " + detail);
            }

            @Override
            public void progressed() {
                progress++;
            }
        });
    }

    private void end(Cause cause, String detail) {
        Prober.Outcome outcome = open;
        open = null;
        if (outcome != null) {
            outcome.ended(cause, detail);
        }
    }

    @Test
    void firstStraightThenOverEachAddress() throws UnknownHostException {
        start("192.0.2.1", "192.0.2.2");
        end(Cause.ANSWERED, "");
        assertEquals(1, progress, "each try has the whole time-out");
        end(Cause.ANSWERED, "");
        assertEquals(List.of(), ends);
        end(Cause.ANSWERED, "");
        assertEquals(List.of("10.0.0.1:8080 mark 0", "192.0.2.1:80 mark 7", "192.0.2.2:80 mark 7"), asked);
        assertEquals(List.of("ANSWERED "), ends);
    }

    @Test
    void aHostThatIsDownIsNotAskedOnTheWay() throws UnknownHostException {
        start("192.0.2.1");
        end(Cause.REFUSED, "Connection refused");
        assertEquals(List.of("REFUSED Connection refused"), ends);
        assertEquals(1, asked.size());
    }

    @Test
    void aServerWithoutTheAddressIsToldApart() throws UnknownHostException {
        start("192.0.2.1");
        end(Cause.ANSWERED, "");
        end(Cause.REFUSED, "Connection refused");
        assertEquals(List.of("REFUSED " + REASON.formatted("Connection refused")), ends);
    }

    @Test
    void silenceIsToldApartToo() throws UnknownHostException {
        Prober.Try attempt = start("192.0.2.1");
        assertEquals("no answer in time", attempt.silence());
        end(Cause.ANSWERED, "");
        assertEquals(REASON.formatted("no answer in time"), attempt.silence());
        attempt.cancel();
        assertEquals(List.of("192.0.2.1:80 mark 7"), cancelled);
        assertEquals(List.of(), ends);
    }

    @Test
    void aFailureOfThisMachineSaysNothing() throws UnknownHostException {
        start("192.0.2.1");
        end(Cause.ANSWERED, "");
        end(Cause.LOCAL_PERMISSION, "Operation not permitted");
        assertEquals(List.of("LOCAL_PERMISSION Operation not permitted"), ends);
    }

    @Test
    void whereTheWayIsShutTheStraightOneCounts() throws UnknownHostException {
        passable = false;
        start("192.0.2.1", "192.0.2.2");
        end(Cause.ANSWERED, "");
        assertEquals(List.of("ANSWERED "), ends);
        assertEquals(1, asked.size());
    }

    @Test
    void aCheckWithoutAPathIsHandedOn() {
        CheckSpec spec = Specs.spec(1, Specs.TIMING, false);
        prober.start(spec, 0, (cause, detail) -> ends.add(detail));
        assertTrue(asked.get(0).endsWith("mark 0"), asked.toString());
        end(Cause.REFUSED, "x");
        assertEquals(List.of("x"), ends);
    }
}
