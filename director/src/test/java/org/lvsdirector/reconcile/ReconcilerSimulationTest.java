package org.lvsdirector.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Ownership;
import org.lvsdirector.plan.Tables;

/** Random configurations, and somebody who changes the table at random behind our back. */
class ReconcilerSimulationTest {
    private static final int SEEDS = Integer.getInteger("lvsdirector.seeds", 200);
    private static final ServiceKey FOREIGN = Tables.tcp("198.51.100.1", 80);
    private static final RealServerKey ALIEN = Tables.key("198.51.100.2", 80);

    @Test
    void whateverHappensAHealEndsWithWhatIsDesiredAndStrangersUntouched() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            InMemoryIpvs ipvs = new InMemoryIpvs();
            InMemoryIpvs somebody = ipvs.otherHandle();
            somebody.apply(List.of(
                    new IpvsChange.AddService(Tables.virtual(FOREIGN, "rr")),
                    new IpvsChange.AddServer(FOREIGN, server(ALIEN, 1))));
            Reconciler reconciler = new Reconciler(ipvs, new InMemoryLedger(), () -> 0);
            reconciler.adopt();
            for (int round = 0; round < 10; round++) {
                IpvsTable desired = Tables.random(random);
                if (random.nextInt(5) == 0) {
                    ipvs.failNext(Errno.ENOBUFS);
                }
                reconciler.configure(desired, own(desired), true);
                interfere(somebody, random);
                if (random.nextBoolean()) {
                    settle(reconciler, false);
                    interfere(somebody, random);
                }
                settle(reconciler, true);
                assertEquals(expected(desired, TableReader.read(ipvs)), TableReader.read(ipvs), "seed " + seed);
                assertEquals(TableReader.read(ipvs), reconciler.known(), "seed " + seed);
            }
        }
    }

    /** As the engine does it: what the kernel refused is tried again. */
    private static void settle(Reconciler reconciler, boolean forgetHands) {
        for (int tries = 0; tries < 3; tries++) {
            try {
                if (reconciler.resync(forgetHands).isComplete()) {
                    return;
                }
            } catch (IpvsException refused) {
                reconciler.failed();
            }
        }
        throw new AssertionError("one refusal needs no three tries");
    }

    private static void interfere(InMemoryIpvs somebody, Random random) {
        for (IpvsTable.Row row : TableReader.read(somebody).rows()) {
            if (row.key().equals(FOREIGN)) {
                continue;
            }
            List<IpvsChange> changes = new ArrayList<>();
            switch (random.nextInt(6)) {
                case 0 -> changes.add(new IpvsChange.RemoveService(row.key()));
                case 1 -> changes.add(new IpvsChange.AddServer(row.key(), server(ALIEN, 3)));
                case 2 -> changes.add(new IpvsChange.UpdateService(Tables.virtual(row.key(), "sed")));
                case 3 ->
                    row.servers()
                            .values()
                            .forEach(server -> changes.add(
                                    new IpvsChange.UpdateServer(row.key(), server.withWeight(random.nextInt(5)))));
                case 4 ->
                    row.servers()
                            .keySet()
                            .forEach(server -> changes.add(new IpvsChange.RemoveServer(row.key(), server)));
                default -> {}
            }
            somebody.apply(changes);
        }
    }

    /** The desired table, the foreign service, and what stands of the alien servers. */
    private static IpvsTable expected(IpvsTable desired, IpvsTable seen) {
        List<IpvsTable.Row> rows = new ArrayList<>();
        rows.add(IpvsTable.Row.of(Tables.virtual(FOREIGN, "rr"), List.of(server(ALIEN, 1))));
        for (IpvsTable.Row row : desired.rows()) {
            Map<RealServerKey, RealServer> servers = new LinkedHashMap<>(row.servers());
            RealServer alien = seen.server(row.key(), ALIEN);
            if (alien != null) {
                servers.put(ALIEN, alien);
            }
            rows.add(new IpvsTable.Row(row.service(), servers));
        }
        return IpvsTable.of(rows);
    }

    private static RealServer server(RealServerKey key, int weight) {
        return RealServer.of(key, ForwardingMethod.MASQUERADE, weight);
    }

    private static Ownership own(IpvsTable table) {
        Map<ServiceKey, Set<RealServerKey>> own = new LinkedHashMap<>();
        table.rows().forEach(row -> own.put(row.key(), row.servers().keySet()));
        return new Ownership(own);
    }
}
