package org.lvsdirector.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.plan.Tables.key;
import static org.lvsdirector.plan.Tables.tcp;
import static org.lvsdirector.plan.Tables.virtual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;

class DiffTest {
    private static final int SEEDS = Integer.getInteger("lvsdirector.seeds", 500);
    private static final ServiceKey WEB = tcp("192.0.2.1", 80);

    @Test
    void equalTablesDifferInNothing() {
        IpvsTable table = Tables.random(new Random(3));
        assertTrue(Diff.between(table, table, own(table)).isEmpty());
    }

    @Test
    void oneChangedWeightIsOneChange() {
        IpvsTable before = table(1, 2, 3);
        IpvsTable after = table(1, 7, 3);
        RealServer changed = RealServer.of(key("10.0.0.1", 80), ForwardingMethod.MASQUERADE, 7);
        assertEquals(
                List.of(new IpvsChange.UpdateServer(WEB, changed)),
                Diff.between(after, before, own(before)).changes());
    }

    @Test
    void changesComeInTheOrderThatNeverLeavesAServiceWithoutServers() {
        IpvsTable before = IpvsTable.of(List.of(row(WEB, "rr", 1), row(tcp("192.0.2.9", 80), "rr", 1)));
        IpvsTable after = IpvsTable.of(List.of(row(tcp("192.0.2.2", 80), "rr", 1), row(WEB, "wrr", 5, 1)));
        List<String> kinds = Diff.between(after, before, own(before).plus(own(after))).changes().stream()
                .map(change -> change.getClass().getSimpleName())
                .toList();
        assertEquals(
                List.of("AddService", "AddServer", "AddServer", "UpdateService", "UpdateServer", "RemoveService"),
                kinds);
    }

    @Test
    void strangersStayAndAreNamed() {
        IpvsTable known = IpvsTable.of(List.of(row(WEB, "rr", 1, 1), row(tcp("192.0.2.9", 80), "rr", 1)));
        IpvsTable desired = IpvsTable.of(List.of(row(WEB, "rr", 1)));
        Diff diff = Diff.between(desired, known, own(desired));
        assertTrue(diff.isEmpty());
        assertEquals(
                List.of(
                        new Diff.Stranger.Server(WEB, key("10.0.0.1", 80)),
                        new Diff.Stranger.Service(tcp("192.0.2.9", 80))),
                diff.strangers());
    }

    /** Whatever the tables: applying the difference gives the desired one plus strangers, and nothing is lost on the way. */
    @Test
    void applyingADifferenceGivesWhatIsDesiredAndLeavesStrangersAlone() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            IpvsTable desired = Tables.random(random);
            IpvsTable known = Tables.random(random);
            Ownership own = own(desired).plus(partly(known, random));
            Diff diff = Diff.between(desired, known, own);
            assertEquals(expected(desired, known, own), applied(known, diff.changes()), "seed " + seed);
            assertNothingIsRemovedBeforeAllIsAdded(diff.changes(), seed);
            for (IpvsChange change : diff.changes()) {
                assertTrue(isOurs(change, own), () -> "touches a stranger: " + change);
            }
        }
    }

    @Test
    void aHundredThousandRealServersArePlannedInWellUnderASecond() {
        IpvsTable before = big(1);
        IpvsTable after = big(2);
        Ownership own = own(before);
        long best = Long.MAX_VALUE;
        // The best of a few: the compiler is at work at first, and the machine may be busy with other things.
        for (int i = 0; i < 5; i++) {
            long started = System.nanoTime();
            assertEquals(100_000, Diff.between(after, before, own).changes().size());
            best = Math.min(best, System.nanoTime() - started);
        }
        assertTrue(best < TimeUnit.MILLISECONDS.toNanos(500), "best took " + best + " ns");
        assertEquals(
                101_000, Diff.between(after, IpvsTable.EMPTY, own).changes().size());
    }

    private static IpvsTable big(int weight) {
        List<IpvsTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            List<RealServer> servers = new ArrayList<>();
            for (int j = 0; j < 100; j++) {
                servers.add(RealServer.of(key("10.0.0." + j, 80), ForwardingMethod.MASQUERADE, weight));
            }
            rows.add(IpvsTable.Row.of(virtual(tcp("192.0.2.1", 1 + i), "rr"), servers));
        }
        return IpvsTable.of(rows);
    }

    private static void assertNothingIsRemovedBeforeAllIsAdded(List<IpvsChange> changes, int seed) {
        boolean removing = false;
        for (IpvsChange change : changes) {
            boolean removes = change instanceof IpvsChange.RemoveServer || change instanceof IpvsChange.RemoveService;
            assertTrue(removes || !removing, "seed " + seed + ": " + change + " comes after a removal");
            removing |= removes;
        }
    }

    private static boolean isOurs(IpvsChange change, Ownership own) {
        return change instanceof IpvsChange.RemoveServer remove
                ? own.ownsServer(remove.service(), remove.server())
                : own.ownsService(change.service());
    }

    /** What must come out, worked out by entries and not by changes. */
    private static IpvsTable expected(IpvsTable desired, IpvsTable known, Ownership own) {
        Map<ServiceKey, IpvsTable.Row> rows = new LinkedHashMap<>();
        for (IpvsTable.Row row : known.rows()) {
            if (!own.ownsService(row.key())) {
                rows.put(row.key(), row);
            }
        }
        for (IpvsTable.Row row : desired.rows()) {
            Map<RealServerKey, RealServer> servers = new LinkedHashMap<>(row.servers());
            IpvsTable.Row there = known.row(row.key());
            if (there != null) {
                there.servers().forEach((key, server) -> {
                    if (!own.ownsServer(row.key(), key)) {
                        servers.putIfAbsent(key, server);
                    }
                });
            }
            rows.put(row.key(), new IpvsTable.Row(row.service(), servers));
        }
        return IpvsTable.of(rows.values());
    }

    /** As strict as the kernel: what exists cannot be added, what is absent can be neither changed nor removed. */
    private static IpvsTable applied(IpvsTable known, List<IpvsChange> changes) {
        Map<ServiceKey, IpvsTable.Row> rows = new LinkedHashMap<>();
        known.rows().forEach(row -> rows.put(row.key(), row));
        for (IpvsChange change : changes) {
            IpvsTable.Row row = rows.get(change.service());
            Map<RealServerKey, RealServer> servers = new LinkedHashMap<>(row == null ? Map.of() : row.servers());
            if (change instanceof IpvsChange.AddService add) {
                assertEquals(null, row);
                rows.put(add.service(), new IpvsTable.Row(add.definition(), servers));
                continue;
            }
            Assertions.assertNotNull(row, () -> "no service for " + change);
            if (change instanceof IpvsChange.UpdateService update) {
                rows.put(update.service(), new IpvsTable.Row(update.definition(), servers));
            } else if (change instanceof IpvsChange.RemoveService remove) {
                rows.remove(remove.service());
            } else {
                applyToServers(change, servers);
                rows.put(change.service(), new IpvsTable.Row(row.service(), servers));
            }
        }
        return IpvsTable.of(rows.values());
    }

    private static void applyToServers(IpvsChange change, Map<RealServerKey, RealServer> servers) {
        if (change instanceof IpvsChange.AddServer add) {
            assertEquals(null, servers.put(add.server().key(), add.server()));
        } else if (change instanceof IpvsChange.UpdateServer update) {
            Assertions.assertNotNull(servers.put(update.server().key(), update.server()));
        } else if (change instanceof IpvsChange.RemoveServer remove) {
            Assertions.assertNotNull(servers.remove(remove.server()));
        }
    }

    private static Ownership own(IpvsTable table) {
        Map<ServiceKey, Set<RealServerKey>> own = new LinkedHashMap<>();
        table.rows().forEach(row -> own.put(row.key(), row.servers().keySet()));
        return new Ownership(own);
    }

    /** As a ledger would have it: some services of a table, with some of their servers. */
    private static Ownership partly(IpvsTable table, Random random) {
        Map<ServiceKey, Set<RealServerKey>> own = new LinkedHashMap<>();
        for (IpvsTable.Row row : table.rows()) {
            if (random.nextBoolean()) {
                Set<RealServerKey> servers = new LinkedHashSet<>(row.servers().keySet());
                servers.removeIf(server -> random.nextInt(3) == 0);
                own.put(row.key(), servers);
            }
        }
        return new Ownership(own);
    }

    private static IpvsTable table(int... weights) {
        return IpvsTable.of(List.of(row(WEB, "rr", weights)));
    }

    private static IpvsTable.Row row(ServiceKey key, String scheduler, int... weights) {
        List<RealServer> servers = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            servers.add(RealServer.of(key("10.0.0." + i, 80), ForwardingMethod.MASQUERADE, weights[i]));
        }
        return IpvsTable.Row.of(virtual(key, scheduler), servers);
    }
}
