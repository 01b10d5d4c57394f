package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Result;

/** {@code docs/examples/nginx-vip}: nginx behind a floating address, with the scripts of the case at {@code /etc/keepalived}. */
@Tag("netns")
class NginxVipCaseTest {
    private static final String VIP = "192.168.1.100";

    @RegisterExtension
    final Network network = Network.perTest();

    private NginxMachine master;
    private NginxMachine backup;
    private Host client;

    @BeforeEach
    void machines() {
        Lan lan = network.lan("lan");
        master = new NginxMachine(network.host("www1").plug(lan, "eth0", "192.168.1.11/24"), "master.conf");
        backup = new NginxMachine(network.host("www2").plug(lan, "eth0", "192.168.1.12/24"), "backup.conf");
        client = network.host("client").plug(lan, "eth0", "192.168.1.50/24");
        master.systemctl("restart", "nginx");
        backup.systemctl("restart", "nginx");
    }

    @Test
    void strictModeAsInTheFileMovesTheAddressThatNobodyReaches() {
        startBoth();
        Host active = master.host();
        assertTrue(ruleset(active).contains("lvs_director"), ruleset(active));
        assertTrue(ruleset(active).contains(VIP), ruleset(active));
        assertFalse(ruleset(backup.host()).contains(VIP), "the standby drops nothing");
        assertNotEquals(0, client.run("ping", "-c", "1", "-W", "2", VIP).exitCode(), "the drop rule is the price");
        assertNotEquals(0, get(VIP).exitCode());
        assertEquals("www1\n", get("192.168.1.11").output(), "its other addresses serve");

        master.systemctl("stop", "keepalived");
        awaitHolder(backup, master);
        assertFalse(ruleset(master.host()).contains("lvs_director"), ruleset(master.host()));
        awaitNotice(backup, "www2 to be master: " + VIP + " floating");

        master.startDirector();
        awaitHolder(master, backup);
        awaitNotice(backup, "www2 to be backup: " + VIP + " floating");
        assertFalse(ruleset(backup.host()).contains(VIP), ruleset(backup.host()));
    }

    @Test
    void theCheckScriptRestartsNginxAndTheAddressStays() {
        startBoth();
        String before = notices(backup);
        master.killNginx();
        Await.until("nginx again", RunningDirector.PATIENCE, () -> get("192.168.1.11")
                .output()
                .equals("www1\n"));
        assertTrue(master.host().hasAddress(VIP));
        assertEquals(before, notices(backup), "nothing moved");
    }

    /**
     * The script of the case sleeps 5 s before it gives up, but its time is its interval of 2 s, as with keepalived 2.2.7: it fails by its
     * time-out, which costs 5 of 100, and that is more than the backup's 90. With time enough it stops the director.
     */
    @Test
    void theCheckScriptGivesTheAddressUpWhenItHasTheTime() {
        startBoth();
        master.breakNginx();
        Await.value("timed out", RunningDirector.PATIENCE, () -> priority(master), seen -> seen == 100 - 5);
        assertTrue(master.host().hasAddress(VIP));

        master.configure(text -> text.replace("interval 2", "interval 2\n    timeout 20"));
        master.director().command("reload").orFail();
        awaitHolder(backup, master);
        assertEquals(0, master.director().process().awaitExit(RunningDirector.PATIENCE));
        awaitNotice(backup, "www2 to be master: " + VIP + " floating");
    }

    @Test
    void withoutStrictModeNginxIsReachedThroughTheAddress() {
        master.configure(NginxVipCaseTest::withoutStrict);
        backup.configure(NginxVipCaseTest::withoutStrict);
        startBoth();
        assertEquals("www1\n", get(VIP).orFail().output());
        master.systemctl("stop", "keepalived");
        awaitHolder(backup, master);
        assertEquals("www2\n", get(VIP).orFail().output());
    }

    private static String withoutStrict(String text) {
        return text.replaceAll("(?m)^\\s*vrrp_strict.*\\R", "");
    }

    private void startBoth() {
        master.startDirector();
        awaitHolder(master, backup); // on a busy machine the second to start may be ready first
        backup.startDirector();
        awaitHolder(master, backup);
        awaitNotice(master, "www1 to be master: " + VIP + " floating");
        awaitNotice(backup, "www2 to be backup: " + VIP + " floating");
    }

    private static void awaitHolder(NginxMachine holder, NginxMachine other) {
        Await.until(
                VIP + " on " + holder.host() + " alone",
                RunningDirector.PATIENCE,
                () -> holder.host().hasAddress(VIP) && !other.host().hasAddress(VIP));
    }

    private static void awaitNotice(NginxMachine machine, String line) {
        Await.value(line, RunningDirector.PATIENCE, () -> notices(machine), seen -> seen.contains(line));
    }

    private static String notices(NginxMachine machine) {
        return machine.host().run("cat", "/var/log/keepalived.mail").output();
    }

    private static int priority(NginxMachine machine) {
        return machine.director().instance("VI_1").path("priority").asInt();
    }

    private static String ruleset(Host host) {
        return host.exec("nft", "list", "ruleset");
    }

    private Result get(String address) {
        return Nginx.get(client, address, 80);
    }
}
