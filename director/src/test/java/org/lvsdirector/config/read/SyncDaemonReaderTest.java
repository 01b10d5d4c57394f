package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.SyncDaemonConfig;

class SyncDaemonReaderTest {
    private static String text(String values) {
        return "global_defs {\nlvs_sync_daemon " + values + "\n}\n" + Reading.instanceText("");
    }

    private static SyncDaemonConfig read(String values) {
        SyncDaemonConfig daemon = Reading.accepted(text(values)).globals().lvs().syncDaemon();
        assertNotNull(daemon);
        return daemon;
    }

    @Test
    void everyWord() {
        SyncDaemonConfig daemon = read("eth1 A id 7 maxlen 1400 port 9000 ttl 2 group 224.0.0.99");
        assertEquals("eth1", daemon.interfaceName());
        assertEquals("A", daemon.instance());
        assertEquals(7, daemon.id());
        assertEquals(1400, daemon.maxLength());
        assertEquals(9000, daemon.port());
        assertEquals(2, daemon.ttl());
        InetAddress group = daemon.group();
        assertNotNull(group);
        assertEquals("224.0.0.99", group.getHostAddress());
    }

    @Test
    void theInterfaceAlone() {
        SyncDaemonConfig daemon = read("eth1");
        assertNull(daemon.instance());
        assertNull(daemon.id());
        assertNull(daemon.group());
    }

    @Test
    void theIdAsItWasOnceWritten() {
        assertEquals(3, read("eth1 A 3").id());
        assertEquals(3, read("eth1 id 3").id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                    | 2:1 error: 'lvs_sync_daemon' needs an interface
            eth1 B                | 2:1 error: no vrrp_instance is called 'B'
            eth1 A id 256         | 2:27 error: 'id' of 'lvs_sync_daemon' is a number from 0 to 255
            eth1 A ttl            | 2:1 error: 'ttl' of 'lvs_sync_daemon' is a number from 1 to 255
            eth1 A speed 9        | 2:24 error: 'lvs_sync_daemon' does not know 'speed'
            eth1 group 10.0.0.1   | 2:28 error: 'group' of 'lvs_sync_daemon' is a multicast address
            """)
    void refuses(String values, String problem) {
        assertEquals(List.of(problem), Reading.problems(text(values)));
    }

    private static final String OLD = "lvs_sync_daemon_interface eth2";

    @Test
    void asItWasWrittenInAnInstanceItFollowsThatInstance() {
        SyncDaemonConfig daemon =
                Reading.accepted(Reading.instanceText(OLD)).globals().lvs().syncDaemon();
        assertNotNull(daemon);
        assertEquals("eth2", daemon.interfaceName());
        assertEquals("A", daemon.instance());
        assertNull(daemon.id());
        assertEquals(
                List.of("4:1 warning: keepalived has given up lvs_sync_daemon_interface"),
                Reading.problems(Reading.instanceText(OLD)));
    }

    @Test
    void theGlobalWordTakesItsPlace() {
        String both = Reading.instanceText(OLD) + "global_defs {\nlvs_sync_daemon eth1\n}\n";
        SyncDaemonConfig daemon = Reading.accepted(both).globals().lvs().syncDaemon();
        assertNotNull(daemon);
        assertEquals("eth1", daemon.interfaceName());
        assertEquals(
                List.of("4:1 warning: lvs_sync_daemon in global_defs takes the place of lvs_sync_daemon_interface"),
                Reading.problems(both));
    }
}
