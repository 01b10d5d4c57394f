package org.lvsdirector.ipvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;

/** What the twin can do beyond the contract, for other rooms' tests. */
class InMemoryIpvsTest {
    private static final IpvsChange ADD = new IpvsChange.AddService(Tables.service(Tables.WEB, "rr"));
    private static final IpvsChange REMOVE = new IpvsChange.RemoveService(Tables.WEB);
    private static final TrafficStats COUNTED = new TrafficStats(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    private final InMemoryIpvs ipvs = new InMemoryIpvs();

    @Test
    void anotherHandleEditsBehindOurBack() {
        ipvs.apply(List.of(ADD));
        InMemoryIpvs other = ipvs.otherHandle();
        assertNull(other.apply(List.of(REMOVE)).get(0).failure());
        assertEquals(List.of(), ipvs.services());
        assertEquals(List.of(ADD), ipvs.history());
        assertEquals(List.of(REMOVE), other.history());
    }

    @Test
    void refusesWhenTold() {
        ipvs.failNext(Errno.ENOMEM);
        List<ChangeResult> results = ipvs.apply(List.of(ADD, ADD));
        assertEquals(
                "cannot add service TCP 10.0.0.1:80: ENOMEM (Cannot allocate memory)",
                Objects.requireNonNull(results.get(0).failure()).getMessage());
        assertNull(results.get(1).failure());
        ipvs.failNext(Errno.EPERM);
        assertEquals(
                Errno.EPERM, assertThrows(IpvsException.class, ipvs::services).errno());
        assertEquals(1, ipvs.services().size());
    }

    @Test
    void countsWhatItIsTold() {
        RealServer server = Tables.SERVERS.get(0);
        ipvs.apply(List.of(ADD, new IpvsChange.AddServer(Tables.WEB, server)));
        RealServerEntry busy = new RealServerEntry(server, 10, 20, 30, COUNTED);
        ipvs.table().count(Tables.WEB, COUNTED);
        ipvs.table().count(Tables.WEB, busy);
        assertEquals(COUNTED, ipvs.services().get(0).stats());
        assertEquals(List.of(busy), ipvs.realServers(Tables.WEB));

        RealServer heavier = server.withWeight(77);
        ipvs.apply(List.of(new IpvsChange.UpdateServer(Tables.WEB, heavier)));
        assertEquals(List.of(new RealServerEntry(heavier, 10, 20, 30, COUNTED)), ipvs.realServers(Tables.WEB));
        ipvs.zero(Tables.WEB);
        assertEquals(TrafficStats.ZERO, ipvs.services().get(0).stats());
        assertEquals(
                List.of(new RealServerEntry(heavier, 10, 20, 30, TrafficStats.ZERO)), ipvs.realServers(Tables.WEB));
    }

    @Test
    void nothingIsCountedForWhatIsAbsent() {
        assertThrows(IllegalArgumentException.class, () -> ipvs.table().count(Tables.WEB, COUNTED));
        ipvs.apply(List.of(ADD));
        RealServerEntry absent = new RealServerEntry(Tables.SERVERS.get(0), 0, 0, 0, COUNTED);
        assertThrows(IllegalArgumentException.class, () -> ipvs.table().count(Tables.WEB, absent));
    }
}
