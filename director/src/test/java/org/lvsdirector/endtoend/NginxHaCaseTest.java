package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** {@code docs/examples/nginx-ha} as it is: the address leaves the machine whose {@code node} is gone, by the weight of a script. */
@Tag("netns")
class NginxHaCaseTest {
    private static final String VIP = "172.20.46.222";
    /** The script's {@code interval}, and between the first failure and the third there are two. */
    private static final long BETWEEN_FIRST_AND_THIRD_NANOS =
            Duration.ofSeconds(2 * 2).toNanos();

    @RegisterExtension
    final Network network = Network.perTest();

    private Host masterHost;
    private Host backupHost;
    private Host client;
    private Running node;

    @BeforeEach
    void machines() {
        Lan lan = network.lan("lan");
        masterHost = network.host("master").plug(lan, "enp0s3", "172.20.46.78/24");
        backupHost = network.host("backup").plug(lan, "enp0s3", "172.20.46.80/24");
        client = network.host("client").plug(lan, "eth0", "172.20.46.10/24");
        node = startNode(masterHost);
        startNode(backupHost);
    }

    // killall goes by the name of the program's file.
    private static Running startNode(Host host) {
        host.exec("cp", "/bin/sleep", "/run/node");
        return host.start("/run/node", "1000");
    }

    @Test
    void theAddressFollowsTheService() {
        RunningDirector master = RunningDirector.start(masterHost, example("master.conf"));
        RunningDirector backup = RunningDirector.start(backupHost, example("backup.conf"));
        awaitHolder(masterHost, backupHost);
        assertEquals(
                101, Await.value("base priority", RunningDirector.PATIENCE, () -> priority(master), p -> p == 101));

        long died = System.nanoTime();
        node.killTree();
        awaitHolder(backupHost, masterHost);
        assertTrue(System.nanoTime() - died >= BETWEEN_FIRST_AND_THIRD_NANOS, "fell before the third failure");
        assertEquals(101 - 5, priority(master));
        assertEquals("BACKUP", master.instance("VI_1").path("state").asText());
        assertEquals("172.20.46.80", master.instance("VI_1").path("master").asText());
        assertEquals(100, priority(backup));

        startNode(masterHost);
        awaitHolder(masterHost, backupHost);
        assertEquals(101, priority(master));
        backup.stop();
        master.stop();
        assertFalse(masterHost.hasAddress(VIP));
    }

    private static String example(String file) {
        return Checkout.example("nginx-ha/" + file);
    }

    private static int priority(RunningDirector director) {
        return director.instance("VI_1").path("priority").asInt();
    }

    /** The one holds the address, the other does not, and the client reaches it. */
    private void awaitHolder(Host holder, Host other) {
        Await.until(
                VIP + " on " + holder + " alone",
                RunningDirector.PATIENCE,
                () -> holder.hasAddress(VIP) && !other.hasAddress(VIP));
        Await.until(VIP + " to answer", RunningDirector.PATIENCE, () -> answers(client));
        assertTrue(client.exec("ip", "neighbour", "show", VIP).contains(ethernetAddress(holder)), "whose answer");
    }

    private static boolean answers(Host client) {
        return client.run("ping", "-c", "1", "-W", "1", VIP).exitCode() == 0;
    }

    private static String ethernetAddress(Host host) {
        return host.read("/sys/class/net/enp0s3/address").strip();
    }
}
