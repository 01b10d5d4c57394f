package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** The built distribution and keepalived with the same file but for addresses and priority, in every way that advertisements can travel. */
@Tag("netns")
class ModesBesideKeepalivedTest {
    private static final String OURS = "192.168.7.1";
    private static final String THEIRS = "192.168.7.2";

    @RegisterExtension
    final Network network = Network.perTest();

    /** What the instances say beside the usual; {@code @peer} is the other router. */
    enum Mode {
        VERSION_3("version 3\nadvert_int 0.5", "192.168.7.100"),
        HEADER("authentication {\nauth_type AH\nauth_pass secret\n}", "192.168.7.100"),
        UNICAST("unicast_peer {\n@peer\n}\ncheck_unicast_src", "192.168.7.100"),
        IPV6("version 3", "fe80::77\n2001:db8::100");

        private final String lines;
        private final String addresses;

        Mode(String lines, String addresses) {
            this.lines = lines;
            this.addresses = addresses;
        }

        String vip() {
            return addresses.substring(addresses.indexOf('\n') + 1);
        }

        String configuration(int priority, String peer) {
            return """
                    vrrp_instance VI_1 {
                      state BACKUP
                      interface eth0
                      virtual_router_id 77
                      priority %d
                      %s
                      virtual_ipaddress {
                      %s
                      }
                    }
                    """.formatted(priority, lines.replace("@peer", peer), addresses);
        }
    }

    private final DirectorHost director = new DirectorHost(network.host("director"));
    private final Host other = network.host("other");

    private void plug() {
        Lan lan = network.lan("lan");
        director.host.plug(lan, "eth0", OURS + "/24");
        other.plug(lan, "eth0", THEIRS + "/24");
    }

    @ParameterizedTest
    @EnumSource
    void itFollowsKeepalivedAndTakesOverFromIt(Mode mode) {
        plug();
        Running keepalived = Keepalived.start(other, mode.configuration(150, OURS));
        keepalived.awaitLine("Entering MASTER STATE", SOON);
        director.configure(mode.configuration(100, THEIRS));
        Running running = director.start("-P");
        director.awaitStatus("received 5");
        assertTrue(director.status().contains("VI_1  BACKUP"), director.status());
        assertFalse(director.status().contains("rejected"), director.status());
        assertFalse(running.output().contains("Entering MASTER STATE"), running.output());

        keepalived.killTree();
        running.awaitLine("(VI_1) Entering MASTER STATE", SOON);
        director.awaitAddress(mode.vip());
    }

    @ParameterizedTest
    @EnumSource
    void keepalivedFollowsItThroughAReloadAndTakesOver(Mode mode) {
        plug();
        director.configure(mode.configuration(150, THEIRS));
        Running running = director.start("-P");
        running.awaitLine("(VI_1) Entering MASTER STATE", SOON);
        Running keepalived = Keepalived.start(other, mode.configuration(100, OURS));
        keepalived.awaitLine("Entering BACKUP STATE", SOON);
        director.configure(mode.configuration(160, THEIRS));
        director.run("reload").orFail();
        director.awaitStatus("priority 160");
        assertFalse(keepalived.output().contains("Entering MASTER STATE"), keepalived.output());

        running.signal("TERM");
        keepalived.awaitLine("Entering MASTER STATE", SOON);
        Await.until("keepalived holds the address", SOON, () -> other.hasAddress(mode.vip()));
        assertFalse(director.host.hasAddress(mode.vip()));
    }
}
