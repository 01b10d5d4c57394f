package org.lvsdirector.control.checkers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.SyncDaemon;
import org.lvsdirector.ipvs.SyncDaemon.Role;

class SyncKeeperTest {
    private final InMemoryIpvs kernel = new InMemoryIpvs();
    private final SyncKeeper keeper = new SyncKeeper(kernel);

    private static SyncRoles roles(@Nullable String instance, int id) {
        return new SyncRoles("eth0", instance, id, 0, null, 0, 0);
    }

    private List<String> running() {
        return kernel.daemons().stream()
                .map(daemon -> daemon.role().word() + " " + daemon.interfaceName() + " " + daemon.syncId())
                .sorted()
                .toList();
    }

    @Test
    void followsTheVirtualRouter() {
        keeper.use(roles("VI_1", 51));
        assertEquals(List.of(), running(), "nobody knows the role yet");
        keeper.role(false);
        assertEquals(List.of("backup eth0 51"), running());
        keeper.role(true);
        assertEquals(List.of("master eth0 51"), running());
        keeper.role(false);
        assertEquals(List.of("backup eth0 51"), running());
        keeper.stop();
        assertEquals(List.of(), running());
    }

    @Test
    void withoutAVirtualRouterItTellsAndListens() {
        keeper.use(roles(null, 3));
        assertEquals(List.of("backup eth0 3", "master eth0 3"), running());
    }

    @Test
    void anotherIdIsAnotherDaemon() {
        keeper.use(roles("VI_1", 51));
        keeper.role(true);
        keeper.use(roles("VI_1", 52));
        assertEquals(List.of("master eth0 52"), running());
    }

    @Test
    void whatRunsJustSoIsNotDisturbed() {
        kernel.startDaemon(new SyncDaemon(Role.MASTER, "eth0", 51, 1400, null, 8848, 1));
        List<SyncDaemon> before = kernel.daemons();
        keeper.use(roles("VI_1", 51));
        keeper.role(true);
        assertEquals(before, kernel.daemons());
    }

    @Test
    void aDaemonOfSomebodyElseIsLeftAlone() {
        kernel.startDaemon(new SyncDaemon(Role.MASTER, "eth0", 9, 0, null, 0, 0));
        keeper.use(null);
        keeper.role(true);
        keeper.stop();
        assertEquals(List.of("master eth0 9"), running());
    }
}
