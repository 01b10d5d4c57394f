package org.lvsdirector.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.plan.Tables.key;
import static org.lvsdirector.plan.Tables.tcp;
import static org.lvsdirector.plan.Tables.virtual;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.plan.Diff;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Ownership;

class ReconcilerTest {
    private static final ServiceKey WEB = tcp("192.0.2.1", 80);
    private static final ServiceKey MAIL = tcp("192.0.2.2", 25);
    private static final ServiceKey FOREIGN = tcp("192.0.2.3", 53);
    private static final RealServerKey ONE = key("10.0.0.1", 80);
    private static final RealServerKey TWO = key("10.0.0.2", 80);
    private static final RealServerKey ALIEN = key("10.0.0.99", 80);

    private final InMemoryIpvs ipvs = new InMemoryIpvs();
    private final InMemoryIpvs somebody = ipvs.otherHandle();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private long now;
    private Reconciler reconciler = fresh();

    @Test
    void anEmptyTableIsFilledAfterTheLedgerIsWritten() {
        reconciler.adopt();
        ledger.whenWritten(() -> assertEquals(List.of(), ipvs.history()));
        IpvsTable desired = table(row(WEB, "rr", server(ONE, 1), server(TWO, 2)));
        Pass pass = reconciler.configure(desired, own(desired), false);
        assertEquals(3, pass.made().size());
        assertEquals(desired, TableReader.read(ipvs));
        assertEquals(desired, reconciler.known());
        assertEquals(List.of(own(desired)), ledger.written());
    }

    @Test
    void oneChangedWeightIsOneMessage() {
        IpvsTable before = table(row(WEB, "rr", server(ONE, 1), server(TWO, 2)), row(MAIL, "wlc", server(ONE, 1)));
        start(before);
        int messages = ipvs.history().size();
        IpvsTable after = table(row(WEB, "rr", server(ONE, 5), server(TWO, 2)), row(MAIL, "wlc", server(ONE, 1)));
        reconciler.configure(after, own(after), true);
        assertEquals(
                List.of(new IpvsChange.UpdateServer(WEB, server(ONE, 5))),
                ipvs.history().subList(messages, ipvs.history().size()));
        reconciler.resync(false);
        assertEquals(messages + 1, ipvs.history().size());
    }

    @Test
    void anExistingTableIsAdoptedAndOnlyTheDifferenceSent() {
        IpvsTable desired = table(row(WEB, "rr", server(ONE, 1), server(TWO, 2)));
        start(desired);
        reconciler = fresh();
        int messages = ipvs.history().size();
        assertEquals(desired, reconciler.adopt().adopted());
        IpvsTable next = table(row(WEB, "rr", server(ONE, 1)));
        reconciler.configure(next, own(next), false);
        assertEquals(
                List.of(new IpvsChange.RemoveServer(WEB, TWO)),
                ipvs.history().subList(messages, ipvs.history().size()));
    }

    @Test
    void whatAnEarlierConfigurationLeftBehindGoes() {
        start(table(row(WEB, "rr", server(ONE, 1)), row(MAIL, "rr", server(ONE, 1))));
        reconciler = fresh();
        reconciler.adopt();
        IpvsTable next = table(row(WEB, "rr", server(ONE, 1)));
        reconciler.configure(next, own(next), false);
        assertEquals(next, TableReader.read(ipvs));
        assertEquals(own(next), ledger.now());
    }

    @Test
    void aRemovalThatFailsStaysInTheLedgerAndIsTriedAgain() {
        start(table(row(WEB, "rr", server(ONE, 1)), row(MAIL, "rr")));
        IpvsTable next = table(row(WEB, "rr", server(ONE, 1)));
        ipvs.failNext(Errno.EBUSY);
        Pass pass = reconciler.configure(next, own(next), true);
        assertFalse(pass.isComplete());
        assertTrue(ledger.now().ownsService(MAIL));
        assertEquals(TimeUnit.SECONDS.toNanos(1), reconciler.nanosToResync());
        assertTrue(reconciler.resync(false).isComplete());
        assertEquals(next, TableReader.read(ipvs));
        assertEquals(own(next), ledger.now(), "what is gone is not ours any more");
        somebody.apply(List.of(new IpvsChange.AddService(virtual(MAIL, "rr"))));
        assertEquals(
                List.of(new Diff.Stranger.Service(MAIL)),
                reconciler.resync(false).strangers());
    }

    @Test
    void aRefusedAdditionDoesNotKeepWhatWasRemovedInTheLedger() {
        start(table(row(WEB, "rr", server(ONE, 1)), row(MAIL, "rr")));
        IpvsTable next = table(row(WEB, "rr", server(ONE, 1), server(TWO, 1)));
        ipvs.failNext(Errno.ENOMEM);
        assertFalse(reconciler.configure(next, own(next), true).isComplete());
        assertEquals(own(next), ledger.now());
    }

    @Test
    void thatAnotherChangeSucceedsDoesNotPutOffTheRetryOfARefusedOne() {
        IpvsTable desired = table(row(WEB, "rr", server(ONE, 1)), row(MAIL, "rr", server(ONE, 1)));
        start(desired);
        reconciler.resyncEvery(0);
        ipvs.failNext(Errno.ENOMEM);
        assertFalse(reconciler
                .update(List.of(row(WEB, "rr", server(ONE, 1), server(TWO, 1))))
                .isComplete());
        assertTrue(reconciler.update(List.of(row(MAIL, "rr"))).isComplete());
        assertEquals(TimeUnit.SECONDS.toNanos(1), reconciler.nanosToResync());
        assertTrue(reconciler.resync(false).isComplete());
        assertEquals(Long.MAX_VALUE, reconciler.nanosToResync());
        assertEquals(reconciler.desired(), TableReader.read(ipvs));
    }

    @Test
    void whatSomebodyTookAwayComesBackAndIsReported() {
        IpvsTable desired = table(row(WEB, "rr", server(ONE, 1), server(TWO, 2)), row(MAIL, "rr", server(ONE, 3)));
        start(desired);
        somebody.apply(List.of(
                new IpvsChange.RemoveServer(WEB, TWO),
                new IpvsChange.RemoveService(MAIL),
                new IpvsChange.UpdateService(virtual(WEB, "sed"))));
        Pass pass = reconciler.resync(false);
        assertEquals(
                Set.of(
                        new IpvsChange.AddServer(WEB, server(TWO, 2)),
                        new IpvsChange.AddService(virtual(MAIL, "rr")),
                        new IpvsChange.AddServer(MAIL, server(ONE, 3)),
                        new IpvsChange.UpdateService(virtual(WEB, "rr"))),
                Set.copyOf(pass.healed()));
        assertEquals(desired, TableReader.read(ipvs));
        assertEquals(List.of(), reconciler.resync(false).healed());
    }

    @Test
    void aServerThatIsDownAndThatSomebodyPutBackGoesAgain() {
        start(table(row(WEB, "rr", server(ONE, 1), server(TWO, 1))));
        reconciler.update(List.of(row(WEB, "rr", server(ONE, 1))));
        somebody.apply(List.of(new IpvsChange.AddServer(WEB, server(TWO, 1))));
        assertEquals(
                List.of(new IpvsChange.RemoveServer(WEB, TWO)),
                reconciler.resync(false).healed());
    }

    @Test
    void strangersAreNamedAndLeftAlone() {
        IpvsTable desired = table(row(WEB, "rr", server(ONE, 1)));
        start(desired);
        somebody.apply(List.of(
                new IpvsChange.AddService(virtual(FOREIGN, "rr")),
                new IpvsChange.AddServer(FOREIGN, server(ONE, 1)),
                new IpvsChange.AddServer(WEB, server(ALIEN, 7))));
        Pass pass = reconciler.resync(true);
        assertEquals(
                List.of(new Diff.Stranger.Server(WEB, ALIEN), new Diff.Stranger.Service(FOREIGN)), pass.strangers());
        assertEquals(List.of(), pass.made());
        reconciler.configure(desired, own(desired), true);
        reconciler.removeOwn();
        assertEquals(table(row(FOREIGN, "rr", server(ONE, 1))), TableReader.read(ipvs));
        assertEquals(Ownership.NOTHING, ledger.now());
    }

    @Test
    void aWeightSetByHandStaysUntilAHealthChange() {
        start(table(row(WEB, "rr", server(ONE, 1), server(TWO, 2))));
        byHand(server(ONE, 0));
        Pass pass = reconciler.resync(false);
        assertEquals(List.of(), pass.made());
        assertEquals("weight 0 by hand (configured 1)", pass.byHand().get(0).shown());
        assertEquals(List.of(), reconciler.resync(false).byHand(), "told once");
        reconciler.update(List.of(row(WEB, "rr", server(ONE, 1))));
        assertEquals(0, weight(ONE), "the other server's change does not matter");
        reconciler.update(List.of(row(WEB, "rr", server(TWO, 2))));
        reconciler.update(List.of(row(WEB, "rr", server(TWO, 2), server(ONE, 1))));
        assertEquals(1, weight(ONE));
        assertEquals(List.of(), reconciler.handWeights());
    }

    @Test
    void aWeightSetByHandEndsWithAReloadOrAHeal() {
        IpvsTable desired = table(row(WEB, "rr", server(ONE, 1), server(TWO, 2)));
        start(desired);
        byHand(server(ONE, 0));
        reconciler.resync(false);
        reconciler.configure(desired, own(desired), true);
        assertEquals(1, weight(ONE));
        byHand(server(ONE, 9));
        reconciler.resync(false);
        assertEquals(9, weight(ONE));
        reconciler.resync(true);
        assertEquals(1, weight(ONE));
    }

    @Test
    void aWeightSetBackByHandIsNoMoreByHand() {
        start(table(row(WEB, "rr", server(ONE, 1))));
        byHand(server(ONE, 0));
        reconciler.resync(false);
        byHand(server(ONE, 1));
        reconciler.resync(false);
        assertEquals(List.of(), reconciler.handWeights());
    }

    @Test
    void aServerTakenAwayComesBackWithTheWeightThatWasSetByHand() {
        start(table(row(WEB, "rr", server(ONE, 1), server(TWO, 2))));
        byHand(server(ONE, 0));
        reconciler.resync(false);
        somebody.apply(List.of(new IpvsChange.RemoveServer(WEB, ONE)));
        reconciler.resync(false);
        assertEquals(0, weight(ONE));
    }

    @Test
    void aSuccessorKeepsTheWeightsThatItFinds() {
        IpvsTable desired = table(row(WEB, "rr", server(ONE, 1), server(TWO, 0)));
        start(desired);
        byHand(server(ONE, 0));
        byHand(server(TWO, 5));
        reconciler = fresh();
        reconciler.adopt();
        assertEquals(1, reconciler.keepWeights(desired).size());
        reconciler.configure(desired, own(desired), false);
        assertEquals(0, weight(ONE));
        assertEquals(0, weight(TWO), "what should not be used was not set by hand");
    }

    @Test
    void aChangeThatFailedIsNotTakenForOneByHand() {
        start(table(row(WEB, "rr", server(ONE, 1))));
        ipvs.failNext(Errno.ENOBUFS);
        Pass failed = reconciler.update(List.of(row(WEB, "rr", server(ONE, 0))));
        assertEquals(1, failed.failures().size());
        Pass pass = reconciler.resync(false);
        assertEquals(List.of(), pass.byHand());
        assertEquals(List.of(), pass.healed(), "we owed it: nobody undid it");
        assertEquals(0, weight(ONE));
    }

    @Test
    void whatExistsAlreadyIsUpdatedAndWhatIsGoneIsCreated() {
        reconciler.adopt();
        somebody.apply(
                List.of(new IpvsChange.AddService(virtual(WEB, "sed")), new IpvsChange.AddServer(WEB, server(ONE, 9))));
        IpvsTable desired = table(row(WEB, "rr", server(ONE, 1), server(TWO, 1)));
        assertTrue(reconciler.configure(desired, own(desired), false).isComplete());
        assertEquals(desired, TableReader.read(ipvs));
        somebody.apply(List.of(new IpvsChange.RemoveServer(WEB, TWO)));
        Pass pass = reconciler.update(List.of(row(WEB, "rr", server(ONE, 1), server(TWO, 3))));
        assertTrue(pass.isComplete());
        assertEquals(3, weight(TWO));
    }

    @Test
    void removingWhatIsAbsentHasSucceeded() {
        start(table(row(WEB, "rr", server(ONE, 1), server(TWO, 1))));
        somebody.apply(List.of(new IpvsChange.RemoveServer(WEB, TWO)));
        assertTrue(reconciler.update(List.of(row(WEB, "rr", server(ONE, 1)))).isComplete());
        somebody.flush();
        assertTrue(reconciler.removeOwn().isComplete());
    }

    @Test
    void anAbsenceThatTheDumpAloneHasSeenIsNoDrift() {
        IpvsTable desired = table(row(WEB, "rr", server(ONE, 1), server(TWO, 2)), row(MAIL, "rr", server(ONE, 1)));
        Reconciler blind = new Reconciler(new SkippingIpvs(ipvs, MAIL, TWO), ledger, () -> now);
        blind.adopt();
        blind.configure(desired, own(desired), false);
        byHand(server(TWO, 6));
        Pass pass = blind.resync(false);
        assertEquals(List.of(), pass.healed());
        assertEquals(List.of(), pass.failures());
        assertEquals(6, weight(TWO), "what the dump did not show is not touched");
    }

    @Test
    void aServiceThatVanishedIsWholeAgainSoon() {
        start(table(row(WEB, "rr", server(ONE, 1), server(TWO, 1))));
        somebody.flush();
        Pass pass = reconciler.update(List.of(row(WEB, "rr", server(ONE, 2), server(TWO, 1))));
        assertFalse(pass.isComplete());
        now += reconciler.nanosToResync();
        assertTrue(reconciler.resync(false).isComplete());
        assertEquals(table(row(WEB, "rr", server(ONE, 2), server(TWO, 1))), TableReader.read(ipvs));
    }

    @Test
    void flushTakesStrangersToo() {
        somebody.apply(List.of(new IpvsChange.AddService(virtual(FOREIGN, "rr"))));
        reconciler.adopt();
        reconciler.flush();
        IpvsTable desired = table(row(WEB, "rr", server(ONE, 1)));
        reconciler.configure(desired, own(desired), false);
        assertEquals(desired, TableReader.read(ipvs));
    }

    private Reconciler fresh() {
        Reconciler fresh = new Reconciler(ipvs, ledger, () -> now);
        fresh.resyncEvery(TimeUnit.SECONDS.toNanos(10));
        return fresh;
    }

    private void start(IpvsTable desired) {
        reconciler.adopt();
        assertTrue(reconciler.configure(desired, own(desired), false).isComplete());
    }

    private void byHand(RealServer server) {
        assertTrue(somebody.apply(List.of(new IpvsChange.UpdateServer(WEB, server)))
                .get(0)
                .succeeded());
    }

    private int weight(RealServerKey key) {
        RealServer server = TableReader.read(ipvs).server(WEB, key);
        return server == null ? -1 : server.weight();
    }

    private static IpvsTable table(IpvsTable.Row... rows) {
        return IpvsTable.of(List.of(rows));
    }

    private static IpvsTable.Row row(ServiceKey key, String scheduler, RealServer... servers) {
        return IpvsTable.Row.of(virtual(key, scheduler), List.of(servers));
    }

    private static RealServer server(RealServerKey key, int weight) {
        return RealServer.of(key, ForwardingMethod.MASQUERADE, weight);
    }

    private static Ownership own(IpvsTable table) {
        return new Ownership(table.rows().stream().collect(Collectors.toMap(IpvsTable.Row::key, row -> row.servers()
                .keySet())));
    }
}
