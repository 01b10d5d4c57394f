package org.lvsdirector.ipvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.ipvs.Tables.WEB;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.lvsdirector.linux.Errno;

/** What the tests of both halves of the contract share: an empty table for each test, and short words for asking it. */
abstract class IpvsContract {
    /** No table has an interface of this name. */
    static final String MISSING_INTERFACE = "nosuchif0";

    private @Nullable Ipvs opened;

    /** A new, empty table. */
    abstract Ipvs open();

    @BeforeEach
    void openTable() {
        opened = open();
    }

    @AfterEach
    void closeTable() {
        ipvs().close();
    }

    final Ipvs ipvs() {
        Ipvs ipvs = opened;
        if (ipvs == null) {
            throw new IllegalStateException("no table is open");
        }
        return ipvs;
    }

    final void add(VirtualService service) {
        accepted(new IpvsChange.AddService(service));
    }

    final void addWeb() {
        add(Tables.service(WEB, "rr"));
    }

    final void add(RealServer server) {
        accepted(new IpvsChange.AddServer(WEB, server));
    }

    final void accepted(IpvsChange... changes) {
        for (ChangeResult result : ipvs().apply(List.of(changes))) {
            assertTrue(result.succeeded(), () -> String.valueOf(result.failure()));
        }
    }

    final void refused(Errno errno, IpvsChange change) {
        IpvsException failure = ipvs().apply(List.of(change)).get(0).failure();
        assertEquals(Optional.of(errno), Optional.ofNullable(failure).map(IpvsException::errno), change::describe);
    }

    final void refused(Errno errno, Executable request) {
        IpvsException failure = assertThrows(IpvsException.class, request);
        assertEquals(errno, failure.errno());
    }

    final Stream<VirtualService> services() {
        return ipvs().services().stream().map(ServiceEntry::service);
    }

    final List<RealServer> servers(ServiceKey key) {
        return ipvs().realServers(key).stream().map(RealServerEntry::server).toList();
    }
}
