package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** Trackers of every kind that looks at the machine, and what they do to an instance and its sync group. */
@Tag("netns")
class TrackersTest {
    private static final String VIP = "192.168.7.100";
    /** So that the test's own process is meant, not another of this machine. */
    private static final String SECONDS = "31415926";

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(
            network.host("director"),
            "track_file load {",
            "  file /run/load",
            "  init_file 5",
            "}",
            "vrrp_track_process sleeper {",
            "  process sleep " + SECONDS,
            "  weight 10",
            "}",
            "interface_up_down_delays {",
            "  eth1 0 0.5",
            "}",
            "vrrp_instance VI_1 {",
            "  interface eth0",
            "  virtual_router_id 77",
            "  priority 100",
            "  virtual_ipaddress { " + VIP + " }",
            "  track_file { load }",
            "  track_process { sleeper }",
            "  track_interface { eth1 }",
            "}");

    @BeforeEach
    void machine() {
        director.host.plug(network.lan("lan"), "eth0", "192.168.7.1/24");
        director.host.plug(network.lan("other"), "eth1", "192.168.8.1/24");
    }

    @Test
    void filesProcessesAndInterfacesAreFollowed() {
        Host host = director.host;
        Running running = director.start();
        director.awaitStatus("VI_1  MASTER");
        assertTrue(host.read("/run/load").equals("5\n"), "init_file");
        running.awaitLine("(VI_1) Entering BACKUP STATE (init)", SOON);
        director.awaitStatus("priority 105");
        director.awaitStatus("file load  5");
        director.awaitStatus("process sleeper  DOWN");

        Running sleeper = host.start("sleep", SECONDS);
        running.awaitLine("Process sleeper, number of current processes changed from 0 to 1, quorum up", SOON);
        running.awaitLine("(VI_1) Changing effective priority from 105 to 115", SOON);
        director.awaitStatus("process sleeper  UP");
        sleeper.signal("KILL");
        running.awaitLine("(VI_1) Changing effective priority from 115 to 105", SOON);

        host.write("/run/load", "-254\n");
        running.awaitLine("(VI_1) entering FAULT state due to file load", SOON);
        director.awaitNoAddress(VIP);
        host.write("/run/load", "-20\n");
        director.awaitAddress(VIP);
        director.awaitStatus("priority 80");

        host.exec("ip", "link", "delete", "eth1");
        running.awaitLine("Interface eth1 deleted", SOON);
        director.awaitNoAddress(VIP);
        host.plug(network.lan("late"), "eth1", "192.168.8.1/24");
        director.awaitAddress(VIP);
    }
}
