package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;
import static org.lvsdirector.endtoend.DirectorHost.VRRP_PID;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Commands;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Result;
import org.lvsdirector.testing.Running;

/** A director that holds an address: start, crash, freeze, reload, stop. */
@Tag("netns")
class VrrpLifeTest {
    private static final String VIP = "192.168.7.100";
    private static final String[] CONFIGURATION = {
        "vrrp_instance VI_1 {",
        "  state MASTER",
        "  interface eth0",
        "  virtual_router_id 77",
        "  priority 100",
        "  virtual_ipaddress { " + VIP + " }",
        "  notify /run/notify.sh",
        "}"
    };

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"), CONFIGURATION);

    @BeforeEach
    void machine() {
        director.host.plug(network.lan("lan"), "eth0", "192.168.7.1/24");
        director.writeNotifyScript();
    }

    @Test
    void itTakesTheAddressTellsTheScriptAndGivesAllBack() {
        Running running = director.start();
        director.awaitAddress(VIP);
        director.awaitStatus("VI_1  MASTER");
        assertTrue(director.status().contains(VIP + "/32"), director.status());
        assertTrue(running.output().contains("(VI_1) Entering MASTER STATE"));
        assertEquals(
                List.of("director.addresses", "director.pid", "director.sock", "director.vrrp.pid"), director.files());

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON));
        assertFalse(director.host.hasAddress(VIP));
        assertEquals(List.of(), director.files());
        assertEquals(
                List.of("INSTANCE VI_1 BACKUP 100", "INSTANCE VI_1 MASTER 100", "INSTANCE VI_1 STOP 100"),
                director.notes());
    }

    @Test
    void aKilledVrrpProcessComesBackAndTheAddressIsRightAgain() {
        Running running = director.start();
        director.awaitAddress(VIP);
        director.signal("KILL", VRRP_PID);
        running.awaitLine("The vrrp process died of signal 9", SOON);
        director.awaitStatus("restarted 1 times");
        director.awaitStatus("VI_1  MASTER");
        director.awaitAddress(VIP);
    }

    @Test
    void aFrozenVrrpProcessIsKilledAndReplaced() {
        Running running = director.start();
        director.awaitAddress(VIP);
        director.signal("STOP", VRRP_PID);
        running.awaitLine("it missed 15 beats", SOON);
        director.awaitStatus("restarted 1 times");
        director.awaitStatus("VI_1  MASTER");
    }

    @Test
    void aTreeThatWasStoppedForLongerThanTheWatchdogsPatienceLosesNoChild() throws InterruptedException {
        Running running = director.start();
        director.awaitAddress(VIP);
        // The freeze itself is what is tested, so its length is no guess: longer than 15 beats.
        director.host.exec("sh", "-c", "for f in /run/lvs-director/*.pid; do kill -STOP $(cat $f); done");
        TimeUnit.SECONDS.sleep(Boolean.getBoolean("lvsdirector.full") ? 30 : 17);
        int before = running.lines().size();
        director.host.exec("sh", "-c", "for f in /run/lvs-director/*.pid; do kill -CONT $(cat $f); done");
        // The nsenter that carried the command there stops itself when its child is stopped.
        long carrier = ProcessHandle.of(running.pid())
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid();
        Commands.run("kill", "-CONT", Long.toString(carrier)).orFail();
        running.awaitLineAfter(before, "missing beats start anew", SOON);
        director.awaitStatus("VI_1  MASTER");
        assertFalse(director.status().contains("restarted"), director.status());
        assertFalse(running.output().contains("Killing"), running.output());
    }

    @Test
    void whenTheParentVanishesTheAddressGoes() {
        director.start();
        director.awaitAddress(VIP);
        director.signal("KILL", "/run/lvs-director/director.pid");
        director.awaitNoAddress(VIP);
    }

    @Test
    void theNextDirectorRemovesWhatADeadOneLeft() {
        Running first = director.start();
        director.awaitAddress(VIP);
        first.killTree();
        assertTrue(director.host.hasAddress(VIP), "a power cut gives nothing back");
        director.configure(
                "vrrp_instance VI_1 {",
                "  state BACKUP",
                "  interface eth0",
                "  virtual_router_id 77",
                "  virtual_ipaddress { 192.168.7.200 }",
                "}");
        director.start();
        director.awaitNoAddress(VIP);
        director.awaitAddress("192.168.7.200");
    }

    @Test
    void aReloadChangesWhatChangedAndABadFileChangesNothing() {
        Running running = director.start();
        director.awaitAddress(VIP);
        String[] two = CONFIGURATION.clone();
        two[5] = "  virtual_ipaddress {\n" + VIP + "\n192.168.7.101\n}";
        director.configure(two);
        Result reload = director.run("reload");
        assertEquals(0, reload.exitCode(), reload.errors());
        director.awaitAddress("192.168.7.101");
        assertTrue(director.host.hasAddress(VIP));
        assertFalse(running.output().contains("sent 0 priority"), "it stayed MASTER");

        director.configure("vrrp_instance VI_1 {", "  interface eth0", "  virtual_router_id 777", "}");
        Result refused = director.run("reload");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.errors().contains("/run/director.conf:3:"), refused.errors());
        int before = running.lines().size();
        running.signal("HUP");
        running.awaitLineAfter(before, "Reload refused", SOON);
        assertTrue(director.status().contains("configuration 2 "), director.status());
        assertTrue(director.host.hasAddress("192.168.7.101"));
    }

    @Test
    void anInstanceWithoutItsInterfaceWaitsInFaultAndRecovers() {
        director.configure(
                String.join("\n", CONFIGURATION).replace("eth0", "eth1").split("\n", -1));
        director.start();
        director.awaitStatus("VI_1  FAULT");
        assertTrue(director.status().contains("fault: interface eth1"), director.status());
        director.host.plug(network.lan("late"), "eth1", "192.168.7.2/24");
        director.awaitAddress(VIP);
        director.awaitStatus("VI_1  MASTER");
    }

    @Test
    void addressesStayWhenTheyAreToStay() {
        Running running = director.start("-V");
        director.awaitAddress(VIP);
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON));
        assertTrue(director.host.hasAddress(VIP));
    }
}
