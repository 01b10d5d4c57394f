package org.lvsdirector.control.checkers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.netfilter.PacketMark;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.plan.Tables;

/** The tables of marks beside the services that need them. */
class MarkKeeperTest extends EngineRig {
    private static final ServiceKey MARK = new ServiceKey.ByFwmark(1000, AddressFamily.IPV4);
    private static final PacketMark WEB_MARK = new PacketMark(Tables.address("192.0.2.1"), 6, 80, 1000);

    private final Path record;
    /** What nf_tables was asked for, and whether the service was there by then. */
    private final List<String> asked = new ArrayList<>();

    private boolean broken;

    MarkKeeperTest(@TempDir Path folder) {
        record = folder.resolve("marks");
        marks = keeper();
        engine = successor();
    }

    private MarkKeeper keeper() {
        return new MarkKeeper(
                (table, priority, wanted) -> {
                    if (broken) {
                        throw new NetlinkException("change nf_tables", Errno.EOPNOTSUPP.number(), null);
                    }
                    asked.add(table + " " + priority + " " + wanted.size()
                            + (table().row(MARK) == null ? " without service" : " with service"));
                },
                record);
    }

    private static CheckersWork marked(@Nullable GroupMarks marks) {
        ServiceDefinition service = new ServiceDefinition(
                "web", List.of(MARK), "rr", Set.of(), null, List.of(server(ONE, 1), server(TWO, 1)), null, 1, 0, false);
        return new CheckersWork(
                List.of(service),
                checks(ONE, TWO),
                false,
                false,
                null,
                SECOND,
                new KernelExtras(Map.of(), List.of(), marks),
                List.of());
    }

    private static CheckersWork marked(String table) {
        return marked(new GroupMarks(table, -1, List.of(WEB_MARK)));
    }

    @Test
    void aGroupIsOneServiceWhoseMarksComeBeforeItAndGoAfterIt() throws Exception {
        start(marked("v"));
        assertEquals(List.of("v -1 1 without service"), asked);
        assertEquals(1, table().rows().size());
        assertEquals("v", Files.readString(record).strip());
        prober.dead.add(name(ONE));
        pass(SECOND);
        assertEquals(1, table().rows().iterator().next().servers().size(), "its health is that of one service");

        asked.clear();
        stop(false);
        assertEquals(List.of("v 0 0 without service"), asked);
        assertFalse(Files.exists(record));
    }

    @Test
    void anotherNameMakesItsTableBeforeTheOldOneGoes() {
        start(marked("v"));
        asked.clear();
        reload(marked("w"));
        assertEquals(List.of("w -1 1 with service", "v 0 0 with service"), asked);
    }

    @Test
    void withoutGroupsTheTableGoesOnceTheServiceHasGone() {
        start(marked("v"));
        asked.clear();
        reload(work(server(ONE, 1)));
        assertEquals(List.of("v 0 0 without service"), asked);
    }

    @Test
    void whoComesAfterACrashRemovesWhatWasLeft() {
        start(marked("v"));
        asked.clear();
        keeper().remove();
        assertEquals(List.of("v 0 0 with service"), asked);
        assertFalse(Files.exists(record));
        asked.clear();
        keeper().remove();
        assertEquals(List.of(), asked);
    }

    @Test
    void whatIsKeptAtAStopIsTakenOver() {
        start(marked("v"));
        stop(true);
        asked.clear();
        marks = keeper();
        engine = successor();
        start(marked("v"), Map.of(), Predecessor.SAME_CONFIGURATION);
        assertEquals(List.of("v -1 1 with service"), asked);
    }

    @Test
    void whatNfTablesRefusesIsTriedAgainWithTheTable() {
        broken = true;
        start(marked("v"));
        assertEquals(1, table().rows().size(), "the services are there all the same");
        assertFalse(Files.exists(record), "nothing was made");
        broken = false;
        pass(2 * SECOND);
        assertEquals(List.of("v -1 1 with service"), asked);
        assertTrue(Files.exists(record));
        pass(2 * SECOND);
        assertEquals(1, asked.size(), "once it is there it is left alone");
    }

    @Test
    void healingMakesTheTableAnew() {
        start(marked("v"));
        asked.clear();
        var healed = engine.heal();
        turn();
        healed.join();
        assertEquals(List.of("v -1 1 with service"), asked);
    }
}
