package org.lvsdirector.control.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.read.ConfigurationReader;
import org.lvsdirector.control.checkers.CheckersWork;
import org.lvsdirector.control.checkers.GroupMarks;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.script.ScriptAccount;
import org.lvsdirector.control.script.ScriptRun;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.netlink.netfilter.PacketMark;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Planner;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification.Subject;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.Tracked;

/** What the example configurations mean to the processes. */
class WorkMappingTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Path EXAMPLES = Path.of("../docs/examples");
    private static final Set<ChildRole> BOTH = EnumSet.allOf(ChildRole.class);

    @TempDir
    Path folder = Path.of("");

    /** A machine with the user keepalived_script and a careless folder /tmp. */
    private static final ScriptHost HOST = new ScriptHost() {
        @Override
        public Optional<ScriptAccount> account(@Nullable String user, @Nullable String group) {
            if (user == null) {
                return Optional.of(new ScriptAccount("keepalived_script", "nogroup"));
            }
            return user.equals("root") ? Optional.of(ScriptAccount.ROOT) : Optional.empty();
        }

        @Override
        public Optional<String> weakness(Path program) {
            return program.startsWith("/tmp") ? Optional.of("/tmp is for everyone") : Optional.empty();
        }

        @Override
        public String hostName() {
            return "left";
        }
    };

    @Test
    void theFtpClusterIsAMarkedServiceAnAddressAndFourChecks() {
        Work work = work(EXAMPLES.resolve("dr-ftp-rest/master.conf"), BOTH);
        assertEquals(BOTH, work.roles());
        CheckersSettings checkers = checkers(work);
        List<ServiceDefinition> services = checkers.work().services();
        assertEquals(
                List.of("FWM 300", "[192.168.100.111]:tcp:9826"),
                services.stream().map(ServiceDefinition::name).toList());
        assertEquals(
                ForwardingMethod.DIRECT_ROUTE, services.get(0).servers().get(0).method());
        var persistence = services.get(0).persistence();
        assertNotNull(persistence);
        assertEquals(900, persistence.timeoutSeconds());

        List<CheckSpec> checks = checkers.work().checks();
        assertEquals(4, checks.size());
        assertEquals("FWM 300", checks.get(0).id().service());
        assertEquals("[192.168.100.34]:tcp:9814", checks.get(0).id().server());
        assertEquals("[192.168.100.34]:tcp:9814", checks.get(0).probe().target());
        assertEquals(6 * SECOND, checks.get(0).timing().delayLoopNanos());
        assertEquals(3, checks.get(0).timing().retry());
        assertEquals(3 * SECOND, checks.get(0).timing().delayBeforeRetryNanos());
        assertEquals("/run/x.table", checkers.ledger());
    }

    @Test
    void anInstanceCarriesItsWholeElection() {
        InstanceSettings instance = router(work(EXAMPLES.resolve("dr-ftp-rest/master.conf"), BOTH))
                .instances()
                .get(0);
        assertEquals("VI_1", instance.name());
        assertEquals("enp1s0", instance.interfaceName());
        assertEquals(100, instance.advertisement().vrid());
        assertEquals(SECOND, instance.advertisement().intervalNanos());
        assertEquals("/192.168.100.244", String.valueOf(instance.advertisement().source()));
        assertEquals("xxxx", instance.advertisement().authentication().password());
        assertEquals(InitialState.MASTER, instance.election().initialState());
        assertEquals("/192.168.100.111", instance.addresses().get(0).address().toString());
    }

    @Test
    void strictModeTakesAuthenticationAndAcceptanceAway() {
        InstanceSettings instance = router(work(EXAMPLES.resolve("nginx-vip/master.conf"), BOTH))
                .instances()
                .get(0);
        assertEquals("", instance.advertisement().authentication().password());
        assertEquals(false, instance.accept());
        assertEquals(true, instance.skipAddressCheck());
    }

    @Test
    void trackedScriptsKeepTheirWeightAndRunAsTheirUser() {
        Work work = work(EXAMPLES.resolve("nginx-ha/master.conf"), BOTH);
        RouterSettings router = router(work);
        assertEquals(
                List.of(Tracked.script("chk_svr", -5)),
                router.instances().get(0).tracked());
        assertEquals(2 * SECOND, router.scripts().get(0).intervalNanos());
        assertEquals(3, router.scripts().get(0).fall());
        assertEquals(
                new ScriptRun(
                        List.of("killall", "-0", "node"),
                        new ScriptAccount("keepalived_script", "nogroup"),
                        2 * SECOND),
                work.scripts().tracked().get("chk_svr"));
        assertNull(work.checkers());
    }

    @Test
    void notifyScriptsComeInKeepalivedsOrderWithItsArguments() throws IOException {
        Work work = work(
                "vrrp_instance V {",
                "  interface eth0",
                "  virtual_router_id 1",
                "  virtual_ipaddress { 10.0.0.1 }",
                "  notify_master \"/bin/up 'two words'\" root",
                "  notify /bin/any root",
                "}");
        SendNotification news = new SendNotification(Subject.INSTANCE, "V", NotifyState.MASTER, 90);
        assertEquals(
                List.of(
                        new ScriptRun(List.of("/bin/up", "two words"), ScriptAccount.ROOT, 0),
                        new ScriptRun(List.of("/bin/any", "INSTANCE", "V", "MASTER", "90"), ScriptAccount.ROOT, 0)),
                work.scripts().runsFor(news));
        SendNotification other = new SendNotification(Subject.INSTANCE, "V", NotifyState.BACKUP, 90);
        assertEquals(1, work.scripts().runsFor(other).size());
        assertEquals(
                List.of(), work.scripts().runsFor(new SendNotification(Subject.GROUP, "V", NotifyState.MASTER, 0)));
    }

    @Test
    void aScriptThatOthersCanChangeDoesNotRunAsRootAndIsNotTracked() throws IOException {
        Work work = work(
                "global_defs {",
                "  script_user root",
                "  enable_script_security",
                "}",
                "vrrp_script bad { script /tmp/x }",
                "vrrp_script good { script /usr/bin/true }",
                "vrrp_script lost {",
                "  script /usr/bin/true",
                "  user nosuchuser",
                "}",
                "vrrp_instance V {",
                "  interface eth0",
                "  virtual_router_id 1",
                "  virtual_ipaddress { 10.0.0.1 }",
                "  track_script {",
                "    bad",
                "    good",
                "    lost",
                "  }",
                "}");
        assertEquals(Set.of("good"), work.scripts().tracked().keySet());
        assertEquals(
                List.of("good"),
                router(work).instances().get(0).tracked().stream()
                        .map(Tracked::name)
                        .toList());
        assertEquals(2, work.remarks().size());
        assertTrue(
                work.remarks().get(0).contains("/tmp is for everyone"),
                work.remarks().toString());
        assertTrue(work.remarks().get(1).contains("nosuchuser"), work.remarks().toString());
    }

    @Test
    void scriptsOfPoolsAreKnownByWhatHappens() throws IOException {
        Work work = work(
                "virtual_server 10.0.0.1 80 {",
                "  lb_algo rr",
                "  lb_kind NAT",
                "  protocol TCP",
                "  quorum_down /bin/alarm",
                "  real_server 10.0.0.2 80 { notify_up /bin/up }",
                "}");
        assertEquals(
                Set.of(
                        new PoolEvent.QuorumChanged("[10.0.0.1]:tcp:80", false),
                        new PoolEvent.ServerChanged("[10.0.0.1]:tcp:80", "[10.0.0.2]:tcp:80", true)),
                work.scripts().pools().keySet());
    }

    @Test
    void aGroupWithNftablesIsOneServiceByMarkThatKeepsItsName() throws IOException {
        CheckersWork work = checkers(work(
                        "global_defs {",
                        "  nftables_ipvs mine",
                        "  nftables_ipvs_priority -7",
                        "}",
                        "virtual_server_group dns {",
                        "  10.0.0.1 53",
                        "  10.0.0.2 5353",
                        "}",
                        "virtual_server group dns {",
                        "  lb_algo rr",
                        "  lb_kind DR",
                        "  protocol UDP",
                        "  real_server 10.0.1.1 53 { TCP_CHECK { } }",
                        "}"))
                .work();
        ServiceDefinition service = work.services().get(0);
        assertEquals("group dns UDP", service.name());
        assertEquals("group dns UDP", work.checks().get(0).id().service());
        assertEquals("[10.0.1.1]:udp:53", work.checks().get(0).id().server());
        ServiceKey key = new ServiceKey.ByFwmark(1000, AddressFamily.IPV4);
        IpvsTable.Row row = Planner.desired(work.services(), Map.of()).row(key);
        assertNotNull(row);
        assertEquals(1, Planner.desired(work.services(), Map.of()).rows().size());
        assertEquals(
                Set.of(new RealServerKey(InetAddress.getByName("10.0.1.1"), 0)),
                row.servers().keySet(),
                "packets keep their port");
        assertEquals(
                new GroupMarks(
                        "mine",
                        -7,
                        List.of(
                                new PacketMark(InetAddress.getByName("10.0.0.1"), 17, 53, 1000),
                                new PacketMark(InetAddress.getByName("10.0.0.2"), 17, 5353, 1000))),
                work.extras().groupMarks());
    }

    @Test
    void aGroupThatServesTwoProtocolsIsTwoServicesWithNamesOfTheirOwn() throws IOException {
        String server =
                "virtual_server group dns {\nlb_algo rr\nlb_kind DR\nprotocol %s\nreal_server 10.0.1.1 53 { TCP_CHECK { } }\n}";
        CheckersWork work = checkers(work(
                        "virtual_server_group dns {",
                        "  10.0.0.1 53",
                        "  10.0.0.2 53",
                        "}",
                        server.formatted("TCP"),
                        server.formatted("UDP")))
                .work();
        assertEquals(
                List.of("group dns", "group dns UDP"),
                work.services().stream().map(ServiceDefinition::name).toList());
    }

    @Test
    void switchesLeaveHalfOfTheWorkUndone() {
        Path file = EXAMPLES.resolve("sync-group/keepalived.conf");
        assertEquals(
                Set.of(ChildRole.VRRP), work(file, EnumSet.of(ChildRole.VRRP)).roles());
        assertEquals(
                Set.of(ChildRole.CHECKERS),
                work(file, EnumSet.of(ChildRole.CHECKERS)).roles());
        assertEquals(
                List.of("VI_1", "VI_GATEWAY"),
                router(work(file, BOTH)).syncGroups().get(0).members());
    }

    private Work work(String... lines) throws IOException {
        return work(Files.write(folder.resolve("a.conf"), List.of(lines)), BOTH);
    }

    private static Work work(Path file, Set<ChildRole> selected) {
        ConfigurationResult result = ConfigurationReader.ofFiles().read(file);
        Configuration configuration = result.configuration();
        if (configuration == null) {
            throw new AssertionError(result.problems().toString());
        }
        return WorkMapping.map(1, configuration, selected, Path.of("/run/x.table"), HOST);
    }

    private static RouterSettings router(Work work) {
        RouterSettings settings = work.vrrp();
        if (settings == null) {
            throw new AssertionError("no work for vrrp");
        }
        return settings;
    }

    private static CheckersSettings checkers(Work work) {
        CheckersSettings settings = work.checkers();
        if (settings == null) {
            throw new AssertionError("no work for checkers");
        }
        return settings;
    }
}
