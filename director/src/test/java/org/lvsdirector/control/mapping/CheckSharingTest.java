package org.lvsdirector.control.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.MiscProbe;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.control.checkers.SharedCheck;
import org.lvsdirector.plan.Tables;

class CheckSharingTest {
    private static final CheckTiming TIMING = new CheckTiming(6, 1, 1, 0);

    private static CheckSpec check(String service, Probe probe, boolean alpha) {
        return new CheckSpec(new CheckId(service, "rs", 0), probe, TIMING, alpha, false);
    }

    private static Probe tcp(int port) {
        return new TcpProbe(ConnectOptions.to(Tables.address("10.0.0.1"), port, 5), TcpProbe.Closing.RESET);
    }

    @Test
    void twinsAreMadeOnce() {
        CheckSpec first = check("a", tcp(80), false);
        CheckSpec twin = check("b", tcp(80), false);
        CheckSpec other = check("c", tcp(81), false);
        CheckSpec careful = check("d", tcp(80), true);
        CheckSharing sharing = CheckSharing.of(List.of(first, twin, other, careful), Set.of());
        assertEquals(List.of(first, other, careful), sharing.made());
        assertEquals(List.of(new SharedCheck(twin.id(), first.id())), sharing.shared());
    }

    @Test
    void commandsAndServicesThatRestAreNotShared() {
        Probe misc = new MiscProbe("/bin/true", 1, null);
        List<CheckSpec> checks = List.of(check("a", misc, false), check("b", misc, false));
        assertEquals(checks, CheckSharing.of(checks, Set.of()).made());
        List<CheckSpec> resting = List.of(check("a", tcp(80), false), check("b", tcp(80), false));
        assertEquals(resting, CheckSharing.of(resting, Set.of("b")).made());
    }
}
