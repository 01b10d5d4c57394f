package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.config.read.ConfigurationReader;
import org.lvsdirector.config.syntax.FileSourceLoader;
import org.lvsdirector.config.syntax.ReadingContext;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Result;

/** Whether {@code keepalived -t} and we accept the same files, on a machine that has the interfaces that they name. */
@Tag("netns")
class KeepalivedVerdictTest {
    private static final Path SAMPLES = Path.of("/usr/share/doc/keepalived/samples");
    private static final Path CORPUS = Path.of(
            System.getProperty("lvsdirector.checkout", ".."),
            "director/src/test/resources/org/lvsdirector/config/corpus");
    private static final String ID = "left";
    private static final String INTERFACES =
            "eth0 eth1 eth2 eth3 eth0.1 ens192 bond0 br-ex br-mgmt ha-5f2c8a11-3d qr-1c9b6e70-aa"
                    + " qg-77f01d0e-5b $(seq -f vlan%g 100 159)";

    /** keepalived's exit codes of a configuration that runs: 0, and 6 for scripts without {@code enable_script_security}. */
    private static final Set<Integer> ACCEPTED = Set.of(0, 6);

    /** Whose verdict may differ; the reason of each is in docs/differences.md. */
    private static final Set<String> DIFFERENT = Set.of(
            "galera.conf",
            "mail.conf",
            "openstack-router.conf",
            "web-farm.conf",
            "keepalived.conf.SSL_GET",
            "keepalived.conf.fwmark",
            "keepalived.conf.track_interface",
            "keepalived.conf.vrrp.routes",
            "keepalived.conf.vrrp.rules",
            "keepalived.conf.vrrp.static_ipaddress");

    @RegisterExtension
    final Network network = Network.perTest();

    @Test
    void theSameFilesAreAccepted() throws IOException {
        Host host = network.host("left");
        host.exec(
                "bash",
                "-c",
                "n=0; for i in " + INTERFACES + "; do n=$((n+1)); ip link add $i type veth peer name peer$n;"
                        + " ip link set $i up; ip address add 198.18.0.$n/32 dev $i; done");
        TreeMap<String, String> differences = new TreeMap<>();
        List<Path> files = new ArrayList<>(below(SAMPLES));
        files.addAll(below(CORPUS));
        assertFalse(files.isEmpty());
        for (Path file : files) {
            Result theirs = host.run("keepalived", "-t", "-i", ID, "-f", file.toString());
            boolean ours = new ConfigurationReader(new FileSourceLoader(), ReadingContext.of(ID))
                    .read(file)
                    .accepted();
            String name = String.valueOf(file.getFileName());
            if (ours != ACCEPTED.contains(theirs.exitCode()) && !DIFFERENT.contains(name)) {
                differences.put(name, theirs.exitCode() + " " + theirs.errors());
            }
        }
        assertEquals(new TreeMap<>(), differences);
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().contains(".conf"))
                    .sorted()
                    .toList();
        }
    }
}
