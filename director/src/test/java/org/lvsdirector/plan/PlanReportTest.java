package org.lvsdirector.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.plan.Tables.key;
import static org.lvsdirector.plan.Tables.tcp;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.ServiceFlag;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.ipvs.VirtualService;

class PlanReportTest {
    private static final ServiceKey WEB = tcp("192.0.2.1", 80);
    private static final ServiceKey MARK = new ServiceKey.ByFwmark(300, AddressFamily.IPV4);
    private static final ServiceKey OLD = tcp("192.0.2.2", 80);
    private static final ServiceKey FOREIGN = tcp("192.0.2.3", 80);

    @Test
    void aPlanReadsLikeADifference() {
        RealServer kept = RealServer.of(key("10.0.0.1", 80), ForwardingMethod.MASQUERADE, 1);
        RealServer gone = RealServer.of(key("10.0.0.2", 80), ForwardingMethod.MASQUERADE, 1);
        RealServer alien = RealServer.of(key("10.0.0.3", 80), ForwardingMethod.MASQUERADE, 1);
        RealServer tunnelled = new RealServer(
                key("10.0.0.4", 0),
                ForwardingMethod.TUNNEL,
                2,
                100,
                0,
                new Tunnel(Tunnel.Type.GUE, 6080, Tunnel.Checksum.FULL));
        Persistence persistence = new Persistence(900, 24, "sip");
        IpvsTable known = IpvsTable.of(List.of(
                IpvsTable.Row.of(Tables.virtual(WEB, "rr"), List.of(kept, gone, alien)),
                IpvsTable.Row.of(Tables.virtual(OLD, "rr"), List.of()),
                IpvsTable.Row.of(Tables.virtual(FOREIGN, "rr"), List.of())));
        IpvsTable desired = IpvsTable.of(List.of(
                IpvsTable.Row.of(
                        new VirtualService(WEB, "wlc", Set.of(), new Persistence(60, 32, null)),
                        List.of(kept.withWeight(3))),
                IpvsTable.Row.of(
                        new VirtualService(MARK, "sh", Set.of(ServiceFlag.SCHEDULER_2), persistence),
                        List.of(tunnelled))));
        Ownership own = new Ownership(
                Map.of(WEB, Set.of(kept.key(), gone.key()), OLD, Set.of(), MARK, Set.of(tunnelled.key())));
        PlanReport report = PlanReport.of(Diff.between(desired, known, own), known);
        assertEquals("""
                + service FWM 300  scheduler sh, persistence 900 s, persistence prefix /24, persistence engine sip, flags [scheduler-2]
                + server  [10.0.0.4]:none:0 of FWM 300  method TUN, weight 2, uthreshold 100, tunnel gue port 6080 checksum full
                ~ service [192.0.2.1]:tcp:80  scheduler rr -> wlc, persistence none -> 60 s
                ~ server  [10.0.0.1]:tcp:80 of [192.0.2.1]:tcp:80  weight 1 -> 3
                - server  [10.0.0.2]:tcp:80 of [192.0.2.1]:tcp:80
                - service [192.0.2.2]:tcp:80
                ? server  [10.0.0.3]:tcp:80 of [192.0.2.1]:tcp:80  not ours, left alone
                ? service [192.0.2.3]:tcp:80  not ours, left alone
                2 to add, 2 to change, 2 to remove.
                """, report.toString());
    }

    @Test
    void nothingToDoIsSaidInWords() {
        IpvsTable foreign = IpvsTable.of(List.of(IpvsTable.Row.of(Tables.virtual(FOREIGN, "rr"), List.of())));
        PlanReport report = PlanReport.of(Diff.between(IpvsTable.EMPTY, foreign, Ownership.NOTHING), foreign);
        assertTrue(report.isEmpty());
        assertEquals("? service [192.0.2.3]:tcp:80  not ours, left alone\nNothing to change.\n", report.toString());
    }
}
