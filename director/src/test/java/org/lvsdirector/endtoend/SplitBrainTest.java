package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;

/** Two routers that do not hear each other, and a third host in the wrong place: what is told, and what an arbiter prevents. */
@Tag("netns")
class SplitBrainTest {
    private static final String VIP = "192.168.7.100";
    private static final String SIX = "2001:db8::100";

    @RegisterExtension
    final Network network = Network.perTest();

    private final Host left = network.host("left");
    private final Host right = network.host("right");
    private final Host third = network.host("third");
    private final Lan lan = network.lan("lan");

    @BeforeEach
    void plug() {
        left.plug(lan, "eth0", "192.168.7.1/24", "2001:db8::1/64");
        right.plug(lan, "eth0", "192.168.7.2/24", "2001:db8::2/64");
        third.plug(lan, "eth0", "192.168.7.254/24", "2001:db8::fe/64");
    }

    private static RunningDirector start(Host host, int priority, String more) {
        return start(host, priority, more, "");
    }

    /** With a notify pipe, whose lines {@link #notes} has. */
    private static RunningDirector start(Host host, int priority, String more, String globals) {
        host.write("/run/reader.sh", "#!/bin/sh\nwhile read -r line; do echo \"$line\" >>/run/notes; done <\"$1\"\n");
        host.exec("chmod", "755", "/run/reader.sh");
        host.write("/run/director.conf", """
                global_defs {
                  vrrp_notify_fifo /run/news
                  vrrp_notify_fifo_script /run/reader.sh
                  %s
                }
                vrrp_instance VI_1 {
                  interface eth0
                  virtual_router_id 77
                  priority %d
                  virtual_ipaddress { %s }
                  virtual_ipaddress_excluded { %s }
                  %s
                }
                """.formatted(globals, priority, VIP, SIX, more));
        return RunningDirector.start(host, "/run/director.conf");
    }

    private static String notes(Host host) {
        return Files.exists(host.file("/run/notes")) ? host.read("/run/notes") : "";
    }

    private static void awaitNote(Host host, String note) {
        Await.value(note, SOON, () -> notes(host), text -> text.contains(note + "\n"));
    }

    private static String holders(RunningDirector director) {
        return director.instance("VI_1").at("/trust/otherHolders").toString();
    }

    private static String hardware(Host host) {
        return host.read("/sys/class/net/eth0/address").strip();
    }

    /** The address is on a host where it does not belong: it is taken all the same, told, and shown until the other one lets go. */
    @Test
    void anAddressThatAnotherHostHasIsTold() {
        third.addAddress("eth0", VIP + "/32");
        third.addAddress("eth0", SIX + "/128");
        RunningDirector director = start(left, 100, "", "vrrp_notify_conflicts");
        director.awaitAddress(VIP);
        Await.value(
                "both",
                SOON,
                () -> holders(director),
                text -> text.contains(VIP + " at " + hardware(third)) && text.contains(":100 at " + hardware(third)));
        director.process()
                .awaitLine(
                        "(VI_1) no master is heard, but another host has the address: " + VIP + " at "
                                + hardware(third),
                        SOON);
        assertEquals("MASTER", director.instance("VI_1").path("state").asText());
        assertTrue(director.command("status").output().contains("! another host has " + VIP + " at "));

        third.exec("ip", "address", "flush", "dev", "eth0");
        director.process().awaitLine("(VI_1) our address is ours alone again: " + VIP, SOON);
        Await.value("nobody", SOON, () -> holders(director), "[]"::equals);
        String conflict = "ADDRESS " + VIP + " " + hardware(third);
        awaitNote(left, "CONFLICT \"VI_1\" BEGIN " + conflict);
        awaitNote(left, "CONFLICT \"VI_1\" END " + conflict);
    }

    /** A link that carries packets one way alone: the backup hears nothing, the master hears it. */
    @Test
    void aOneWayLinkIsToldAndHeals() {
        RunningDirector master = start(left, 150, "", "vrrp_notify_conflicts");
        master.awaitAddress(VIP);
        RunningDirector backup = start(right, 100, "");
        backup.awaitState("VI_1", "BACKUP");
        right.exec("iptables", "-A", "INPUT", "-p", "112", "-j", "DROP");
        backup.awaitState("VI_1", "MASTER");
        backup.process().awaitLine("(VI_1) no master is heard, but another host has the address: " + VIP, SOON);
        master.process()
                .awaitLine("(VI_1) two masters: 192.168.7.2 (priority 100) goes on although we advertise", SOON);
        Await.value(
                "the second master is shown",
                SOON,
                () -> master.instance("VI_1").path("secondMaster").asText(),
                "192.168.7.2"::equals);
        Await.value("its address too", SOON, () -> holders(master), text -> text.contains(hardware(right)));

        right.exec("iptables", "-D", "INPUT", "-p", "112", "-j", "DROP");
        backup.awaitState("VI_1", "BACKUP");
        master.process().awaitLine("(VI_1) one master again: 192.168.7.2 is silent", SOON);
        awaitNote(left, "CONFLICT \"VI_1\" BEGIN SECOND_MASTER 192.168.7.2");
        awaitNote(left, "CONFLICT \"VI_1\" END SECOND_MASTER 192.168.7.2");
        awaitNote(right, "INSTANCE \"VI_1\" BACKUP 100");
        assertFalse(notes(right).contains("CONFLICT"), "nobody asked for more than keepalived's lines");
    }

    /** Both have the address under the virtual router's hardware address: what comes in from outside is not our own answer. */
    @Test
    void twoMastersUnderOneHardwareAddressAreTold() {
        String virtual = VIP + " at 00:00:5e:00:01:4d";
        RunningDirector master = start(left, 150, "use_vmac");
        master.awaitAddress(VIP);
        RunningDirector backup = start(right, 100, "use_vmac");
        backup.awaitState("VI_1", "BACKUP");
        right.exec("iptables", "-A", "INPUT", "-p", "112", "-j", "DROP");
        backup.process().awaitLine("(VI_1) no master is heard, but another host has the address: " + virtual, SOON);
        backup.awaitState("VI_1", "MASTER");
        Await.value("it has the other one", SOON, () -> holders(master), text -> text.contains(virtual));

        right.exec("iptables", "-D", "INPUT", "-p", "112", "-j", "DROP");
        backup.awaitState("VI_1", "BACKUP");
        Await.value("nobody", SOON, () -> holders(master), "[]"::equals);
    }

    /** The switch fails for one of the two: with an arbiter it is in FAULT before it would take over, and never has the address. */
    @Test
    void aRouterThatIsCutOffFromItsArbiterDoesNotTakeTheAddress() {
        RunningDirector master = start(left, 150, "arbiter 192.168.7.254");
        master.awaitAddress(VIP);
        RunningDirector backup = start(right, 100, "arbiter 192.168.7.254");
        backup.awaitState("VI_1", "BACKUP");
        lan.isolate(right);
        JsonNode instance = backup.awaitState("VI_1", "FAULT");
        assertEquals(
                "silent arbiter 192.168.7.254 on eth0",
                instance.path("faults").path(0).asText());
        String said = backup.process().output();
        assertFalse(said.contains("Entering MASTER STATE"), said);
        assertFalse(right.hasAddress(VIP));
        assertEquals("MASTER", master.instance("VI_1").path("state").asText());

        lan.rejoin(right);
        backup.awaitState("VI_1", "BACKUP");
    }

    @Test
    void aMasterThatIsCutOffFromItsArbiterYieldsToOneThatIsNot() {
        RunningDirector master = start(left, 150, "arbiter 192.168.7.254");
        master.awaitAddress(VIP);
        RunningDirector backup = start(right, 100, "arbiter 192.168.7.254");
        backup.awaitState("VI_1", "BACKUP");
        lan.isolate(left);
        master.awaitState("VI_1", "FAULT");
        backup.awaitAddress(VIP);
        assertFalse(left.hasAddress(VIP));
    }
}
