package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;

/**
 * {@code docs/examples/nginx-vip} on two machines, its scripts unchanged: {@code vrrp_strict} keeps clients out, which the
 * file as it is shows, and without that line nginx serves through the address.
 */
@Tag("netns")
class NginxVipTest {
    private static final String VIP = "192.168.1.100";
    private static final String FOLDER = "/etc/keepalived";
    private static final String CONFIGURATION = FOLDER + "/keepalived.conf";
    private static final String RECORD = "/var/log/keepalived.mail";

    @RegisterExtension
    final Network network = Network.perTest();

    private Host client;
    private Host first;
    private Host second;

    @BeforeEach
    void machines() {
        Lan lan = network.lan("lan");
        client = network.host("client").plug(lan, "eth0", "192.168.1.50/24");
        first = machine(lan, "first", "192.168.1.2/24");
        second = machine(lan, "second", "192.168.1.3/24");
    }

    @Test
    void strictlyTheAddressMovesAndTellsButDropsClients() {
        Director master = start(first, Checkout.example("nginx-vip/master.conf"));
        Director backup = start(second, Checkout.example("nginx-vip/backup.conf"));
        master.awaitAddress(VIP);
        awaitRecord(first, "first to be master: " + VIP + " floating");
        awaitRecord(second, "second to be backup: " + VIP + " floating");
        assertEquals("", WebServer.get(client, VIP, 80));
        assertEquals("first", WebServer.get(client, "192.168.1.2", 80));

        first.exec("/run/stand-in/systemctl", "stop", "keepalived");
        backup.awaitAddress(VIP);
        assertFalse(first.hasAddress(VIP));
        awaitRecord(second, "second to be master: " + VIP + " floating");
        assertEquals("", WebServer.get(client, VIP, 80));
    }

    @Test
    void withoutStrictNginxServesAndIsRestarted() {
        Director master = start(first, withoutStrict("nginx-vip/master.conf"));
        Director backup = start(second, withoutStrict("nginx-vip/backup.conf"));
        master.awaitAddress(VIP);
        Await.until("nginx through " + VIP, Director.START_LIMIT, () -> WebServer.get(client, VIP, 80)
                .equals("first"));

        first.exec("nginx", "-e", "stderr", "-c", WebServer.CONFIGURATION, "-s", "stop");
        Await.until("chk_nginx.sh to restart nginx", Director.START_LIMIT, () -> WebServer.get(client, VIP, 80)
                .equals("first"));

        master.kill();
        backup.awaitAddress(VIP);
        Await.until("nginx of the other machine", Director.START_LIMIT, () -> WebServer.get(client, VIP, 80)
                .equals("second"));
        assertTrue(backup.process().isAlive());
    }

    private Host machine(Lan lan, String name, String address) {
        Host host = network.host(name)
                .plug(lan, "eth0", address)
                .privateFolder(FOLDER)
                .privateFolder("/var/log");
        host.exec("mkdir", "-p", "/run/stand-in");
        for (String script : new String[] {"chk_nginx.sh", "notify.sh"}) {
            host.write(FOLDER + "/" + script, Checkout.example("nginx-vip/" + script));
            host.exec("chmod", "755", FOLDER + "/" + script);
        }
        host.write("/run/stand-in/systemctl", """
                #!/bin/sh
                case "$*" in
                    'restart nginx') exec nginx -e stderr -c %s ;;
                    'stop keepalived') exec %s stop ;;
                esac
                """.formatted(WebServer.CONFIGURATION, Checkout.director()));
        host.exec("chmod", "755", "/run/stand-in/systemctl");
        WebServer.start(host, 80);
        return host;
    }

    private static Director start(Host host, String configuration) {
        host.write(CONFIGURATION, configuration);
        String path = "/run/stand-in:" + System.getenv("PATH");
        return Director.start(host, Map.of("PATH", path), CONFIGURATION);
    }

    private static String withoutStrict(String example) {
        String whole = Checkout.example(example);
        String rest = whole.replaceFirst("(?m)^\\s*vrrp_strict\\b.*\\R", "");
        assertFalse(rest.equals(whole), "no vrrp_strict in " + example);
        return rest;
    }

    private static void awaitRecord(Host host, String line) {
        Await.until("notify.sh on " + host + ": " + line, Director.START_LIMIT, () -> host.run("cat", RECORD)
                .output()
                .contains(line));
    }
}
