package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import java.nio.file.Files;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** The words about the processes themselves: their scripts, names, timed reloads, instance and network namespace. */
@Tag("netns")
class ParentWordsTest {
    private static final String VIP = "192.168.7.100";

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"));

    @BeforeEach
    void machine() {
        director.host.plug(network.lan("lan"), "eth0", "192.168.7.1/24");
    }

    private static String router(String address) {
        return """
                vrrp_instance VI_1 {
                  interface eth0
                  virtual_router_id 51
                  priority 255
                  virtual_ipaddress { %s }
                }
                """.formatted(address);
    }

    @Test
    void scriptsFrameItsLifeAndAFileTellsWhenToReload() {
        String globals = """
                global_defs {
                  startup_script "/run/life.sh up"
                  shutdown_script "/run/life.sh down"
                  process_names
                  process_name lvs_parent
                  reload_time_file /run/when
                }
                """;
        director.host.write(
                "/run/life.sh", "#!/bin/sh\necho $1 $(ls /run/lvs-director | grep -c vrrp.pid) >>/run/notes\n");
        director.host.exec("chmod", "755", "/run/life.sh");
        director.configure(globals + router(VIP));

        Running running = director.start();
        director.awaitAddress(VIP);
        assertEquals("up 0\n", director.host.read("/run/notes"), "before there was any child");
        assertEquals("lvs_parent", nameOf("/run/lvs-director/director.pid"));
        assertEquals("keepalived_vrrp", nameOf(DirectorHost.VRRP_PID));

        director.configure(globals + router("192.168.7.200"));
        LocalTime soon = LocalTime.now(ZoneOffset.UTC).plusSeconds(3);
        director.host.write(
                "/run/when", DateTimeFormatter.ofPattern("HH:mm:ss'Z'").format(soon));
        director.awaitAddress("192.168.7.200");
        assertFalse(Files.exists(director.host.file("/run/when")), "its time has been");

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON));
        assertEquals("up 0\ndown 0\n", director.host.read("/run/notes"), "once all children had gone");
    }

    @Test
    void aReloadSaysWhatWaitsForARestart() {
        director.configure(router(VIP));
        Running running = director.start();
        director.awaitAddress(VIP);
        director.configure("instance one\nglobal_defs {\n  nftables other\n}\n" + router("192.168.7.200"));
        String answer = director.run("reload").orFail().output();
        assertTrue(answer.contains("/run/director.conf:1:1: instance is 'one'"), answer);
        assertTrue(answer.contains("/run/director.conf:3:3: nftables is 'other'"), answer);
        assertTrue(answer.contains("restart the director"), answer);
        running.awaitLine(
                "/run/director.conf:3:3: nftables is 'other', and the director started with it not set", SOON);
        director.awaitAddress("192.168.7.200");

        director.configure(router(VIP));
        assertFalse(director.run("reload").orFail().output().contains("restart the director"));
    }

    @Test
    void anInstanceWorksInANetworkNamespace() {
        director.host.exec("ip", "netns", "add", "blue");
        in("blue", "ip", "link", "add", "eth0", "type", "veth", "peer", "name", "eth1");
        in("blue", "ip", "link", "set", "eth0", "up");
        in("blue", "ip", "link", "set", "eth1", "up");
        in("blue", "ip", "address", "add", "192.168.7.9/24", "dev", "eth0");
        director.configure("net_namespace blue\ninstance one\n" + router(VIP));

        Running running = director.start();
        Await.until(VIP + " in blue", SOON, () -> in("blue", "ip", "address").contains(VIP));
        assertFalse(director.host.hasAddress(VIP), "not where it was started");
        String pid =
                director.host.read("/run/lvs-director/director_blue_one.pid").strip();
        assertEquals("blue\n", director.host.exec("ip", "netns", "identify", pid));
        assertTrue(director.run("status", "-s", "blue", "--instance", "one")
                .orFail()
                .output()
                .contains("MASTER"));
        assertTrue(director.run("status").exitCode() != 0, "it is another instance");

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON));
        assertFalse(in("blue", "ip", "address").contains(VIP));
        director.configure("net_namespace red\n" + router(VIP));
        Running lost = director.start();
        assertEquals(1, lost.awaitExit(SOON));
        assertTrue(lost.output().contains("cannot work in the network namespace 'red'"), lost.output());
    }

    private String in(String namespace, String... command) {
        String[] words = new String[command.length + 4];
        System.arraycopy(new String[] {"ip", "netns", "exec", namespace}, 0, words, 0, 4);
        System.arraycopy(command, 0, words, 4, command.length);
        return director.host.exec(words);
    }

    private String nameOf(String pidFile) {
        String pid = director.host.read(pidFile).strip();
        return director.host.exec("cat", "/proc/" + pid + "/comm").strip();
    }
}
