package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;
import static org.lvsdirector.endtoend.DirectorHost.VRRP_PID;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** A vrrp process that dies, and what becomes of its mastery and its address. */
@Tag("netns")
class VrrpCrashTest {
    private static final String VIP = "192.168.7.100";

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"));
    private Lan lan;

    @BeforeEach
    void machine() {
        lan = network.lan("lan");
        director.host.plug(lan, "eth0", "192.168.7.1/24");
        director.writeNotifyScript();
        director.configure(instance(100, "notify /run/notify.sh"));
    }

    /** Three seconds from advert to advert: time enough for a JVM to start on a busy machine. */
    private static String instance(int priority, String more) {
        return """
                vrrp_instance VI_1 {
                  interface eth0
                  virtual_router_id 77
                  advert_int 3
                  priority %d
                  virtual_ipaddress { 192.168.7.100 }
                  %s
                }
                """.formatted(priority, more);
    }

    @Test
    void aNewProcessTakesUpTheMasteryBeforeAnyoneMissesIt() {
        Host other = network.host("other").plug(lan, "eth0", "192.168.7.2/24");
        Running running = director.start();
        // The parent knows of the mastery when it runs the script; a process that dies before has nothing to hand down.
        running.awaitLine("notify.sh INSTANCE VI_1 MASTER", SOON);
        Running keepalived = Keepalived.start(other, instance(50, ""));
        keepalived.awaitLine("(VI_1) Entering BACKUP STATE", SOON);
        Running addresses = director.host.start("ip", "-4", "monitor", "address");

        director.signal("KILL", VRRP_PID);
        running.awaitLine("(VI_1) Resuming MASTER STATE", SOON);
        director.awaitStatus("VI_1  MASTER");
        director.awaitStatus("adverts sent 3,");
        assertFalse(addresses.output().contains("Deleted"), addresses.output());
        assertTrue(director.host.hasAddress(VIP));
        assertFalse(other.hasAddress(VIP));
        assertFalse(keepalived.output().contains("Entering MASTER STATE"), keepalived.output());
        assertEquals(
                List.of("INSTANCE VI_1 BACKUP 100", "INSTANCE VI_1 MASTER 100"),
                director.notes(),
                "nothing has changed that a script should hear of");
    }

    @Test
    void aStopWhileTheProcessIsAwayTakesTheAddressAlong() {
        Running running = director.start();
        director.awaitAddress(VIP);
        director.signal("KILL", VRRP_PID);
        running.awaitLine("starting it again in", SOON);
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        assertFalse(director.host.hasAddress(VIP));
        assertEquals(List.of(), director.files());
    }

    /** As an init system does that ends a whole control group. */
    @Test
    void aSignalToAllProcessesAtOnceIsACleanStop() {
        Running running = director.start();
        director.awaitAddress(VIP);
        director.host.exec("sh", "-c", "kill -TERM $(cat " + VRRP_PID + ") $(cat /run/lvs-director/director.pid)");
        assertEquals(0, running.awaitExit(SOON), running.output());
        assertFalse(director.host.hasAddress(VIP));
        assertFalse(running.output().contains("died"), running.output());
        assertEquals(
                "INSTANCE VI_1 STOP 100", director.notes().get(director.notes().size() - 1));
    }

    @Test
    void aReloadWithoutWorkForAProcessThatIsAwayTakesTheAddressAlong() {
        director.configure("vrrp_instance VI_0 {", "interface eth0", "virtual_router_id 9", "}", instance(100, ""));
        Running running = director.start();
        director.awaitAddress(VIP);
        for (int death = 1; death <= 3; death++) {
            String before = director.host.read(VRRP_PID);
            director.signal("KILL", VRRP_PID);
            Await.until("another process", SOON, () -> isAnother(before, director.host.read(VRRP_PID)));
        }
        director.signal("KILL", VRRP_PID);
        director.configure("global_defs {", "  router_id LVS", "}");
        director.run("reload").orFail();
        director.awaitNoAddress(VIP);
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
    }

    /** The file is empty for a moment. */
    private static boolean isAnother(String before, String now) {
        return !now.isBlank() && !now.equals(before);
    }

    @Test
    void aDirectorWithoutInstancesRemovesWhatADeadOneLeft() {
        Running first = director.start();
        director.awaitAddress(VIP);
        first.killTree();
        assertTrue(director.host.hasAddress(VIP), "a power cut gives nothing back");
        director.configure("global_defs {", "  router_id LVS", "}");
        director.start();
        director.awaitNoAddress(VIP);
    }
}
