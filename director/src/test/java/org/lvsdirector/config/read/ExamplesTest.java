package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.config.Authentication;
import org.lvsdirector.config.CheckOptions;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.StartState;
import org.lvsdirector.config.TrackedScript;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.config.VrrpScriptConfig;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.ServiceKey;

/** The examples mean what their authors meant. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("../docs/examples");

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".conf")).sorted().toList().stream();
        }
    }

    private static Configuration read(String name) {
        ConfigurationResult result = ConfigurationReader.ofFiles().read(EXAMPLES.resolve(name));
        return Objects.requireNonNull(
                result.configuration(), () -> result.problems().toString());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isAccepted(Path file) {
        ConfigurationResult result = ConfigurationReader.ofFiles().read(file);
        assertTrue(result.accepted(), () -> result.problems().toString());
    }

    @Test
    void directRoutingOfFtpAndRest() {
        Configuration configuration = read("dr-ftp-rest/master.conf");
        assertEquals("T_LVS", configuration.globals().routerId());
        VrrpInstanceConfig instance = configuration.instances().get(0);
        assertEquals("VI_1", instance.name());
        assertEquals("enp1s0", instance.interfaceName());
        assertEquals(100, instance.virtualRouterId());
        assertEquals(100, instance.priority());
        assertEquals(StartState.MASTER, instance.state());
        assertEquals(Addresses.parse("192.168.100.244"), instance.delivery().source());
        assertEquals(new Authentication(false, "xxxx"), instance.authentication());
        assertEquals("192.168.100.111", instance.addresses().get(0).address().getHostAddress());
        assertEquals(true, instance.accept());

        VirtualServerConfig ftp = configuration.virtualServers().get(0);
        assertEquals("fwmark 300", ftp.label());
        assertEquals(List.of(new ServiceKey.ByFwmark(300, AddressFamily.IPV4)), ftp.services());
        assertEquals(new Persistence(900, 32, null), ftp.persistence());
        assertEquals("wrr", ftp.scheduler());
        RealServerConfig real = ftp.realServers().get(1);
        assertEquals("192.168.100.35", real.address().getHostAddress());
        assertEquals(9814, real.port());
        assertEquals(ForwardingMethod.DIRECT_ROUTE, real.forwarding().method());
        CheckOptions check = real.checkers().get(0).options();
        assertEquals(9814, check.connectPort());
        assertEquals(3, check.retries());
        assertEquals(Duration.ofSeconds(3), check.connectTimeout());
        assertEquals(Duration.ofSeconds(3), check.delayBeforeRetry());
        assertEquals(Duration.ofSeconds(6), check.delayLoop());

        VirtualServerConfig rest = configuration.virtualServers().get(1);
        assertEquals("192.168.100.111 9826", rest.label());
        assertEquals(9826, rest.realServers().get(0).checkers().get(0).options().connectPort());
    }

    @Test
    void masterAndBackupDifferWhereTheyShould() {
        VrrpInstanceConfig master = read("dr-ftp-rest/master.conf").instances().get(0);
        VrrpInstanceConfig backup = read("dr-ftp-rest/backup.conf").instances().get(0);
        assertEquals(50, backup.priority());
        assertEquals(StartState.BACKUP, backup.state());
        assertEquals(master.virtualRouterId(), backup.virtualRouterId());
        assertEquals(master.authentication(), backup.authentication());
    }

    @Test
    void anAddressThatFollowsAScript() {
        Configuration configuration = read("nginx-ha/master.conf");
        VrrpScriptConfig script = configuration.scripts().get(0);
        assertEquals(List.of("killall", "-0", "node"), script.command().arguments());
        assertEquals(Duration.ofSeconds(2), script.interval());
        assertEquals(-5, script.weight());
        assertEquals(3, script.fall());
        assertEquals(2, script.rise());
        VrrpInstanceConfig instance = configuration.instances().get(0);
        assertEquals(Duration.ofSeconds(2), instance.advertInterval());
        TrackedScript tracked = instance.scripts().get(0);
        assertEquals("chk_svr", tracked.script());
        assertEquals(-5, tracked.weight());
        assertEquals(List.of(), configuration.virtualServers());
    }

    @Test
    void strictModeAndNotifications() {
        VrrpInstanceConfig backup = read("nginx-vip/backup.conf").instances().get(0);
        assertEquals(false, backup.accept());
        assertEquals(false, backup.election().preempt());
        assertEquals(true, backup.election().strict());
        assertEquals(true, backup.election().skipCheckAdvertAddresses());
        assertEquals(
                List.of("/etc/keepalived/notify.sh", "192.168.1.100", "fault"),
                Objects.requireNonNull(backup.notifications().fault()).arguments());
        assertEquals(
                "root",
                Objects.requireNonNull(read("nginx-vip/master.conf").globals().scriptUser())
                        .user());
        assertEquals(
                Set.of(
                        "clients will not reach the addresses of 'VI_1': strict mode has accept off, so a master drops what is sent to them",
                        "'VI_1' is in strict mode, so no authentication is sent"),
                Set.copyOf(
                        ConfigurationReader.ofFiles()
                                .read(EXAMPLES.resolve("nginx-vip/backup.conf"))
                                .problems()
                                .stream()
                                .map(problem -> problem.message())
                                .toList()));
    }

    @Test
    void instancesThatMoveTogether() {
        Configuration configuration = read("sync-group/keepalived.conf");
        assertEquals("VG1", configuration.syncGroups().get(0).name());
        assertEquals(
                List.of("VI_1", "VI_GATEWAY"), configuration.syncGroups().get(0).members());
        assertEquals("127.0.0.1", configuration.globals().mail().server());
        assertEquals(Duration.ofSeconds(100), configuration.globals().mail().connectTimeout());
        VirtualServerConfig ssh = configuration.virtualServers().get(0);
        assertEquals(
                ForwardingMethod.MASQUERADE,
                ssh.realServers().get(0).forwarding().method());
        assertEquals(1, ssh.realServers().get(0).checkers().get(0).options().retries());
        assertEquals(
                List.of(),
                ConfigurationReader.ofFiles()
                        .read(EXAMPLES.resolve("sync-group/keepalived.conf"))
                        .problems());
    }
}
