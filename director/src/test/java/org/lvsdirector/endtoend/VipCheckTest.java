package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;

/** A real server that answers, but not on the address that clients ask for: the usual fault of direct routing. */
@Tag("lab")
class VipCheckTest {
    private static final String VIP = "192.168.1.100";
    private static final String ACCEPT_LOCAL = "/proc/sys/net/ipv4/conf/eth0/accept_local";

    @RegisterExtension
    final Network network = Network.perTest();

    @Test
    void aMissingVipIsFoundAndNamed() {
        Lan lan = network.lan("lan");
        Host master = network.host("director").plug(lan, "eth0", "192.168.1.1/24");
        Host[] real = new Host[3];
        for (int number = 1; number <= 2; number++) {
            real[number] = network.host("real" + number).plug(lan, "eth0", "192.168.1.1" + number + "/24");
            Nginx.start(real[number], 80, 81, 82);
        }
        real[1].exec(Checkout.script("real-server"), "start", VIP);
        master.write(
                "/run/director.conf",
                """
                global_defs {
                    lvs_sysctl expire_nodest_conn 1
                }
                """ + service(80, "TCP_CHECK {\n}") + service(81, "TCP_CHECK {\nvip_check\n}")
                        + service(82, "HTTP_GET {\nvip_check\nurl {\npath /\n}\n}"));
        RunningDirector director = RunningDirector.start(master, "/run/director.conf");

        awaitTold(director, 81);
        awaitTold(director, 82);
        assertAlive(director, 1, 81, true);
        assertAlive(director, 1, 82, true);
        assertAlive(director, 2, 80, true);
        assertTrue(director.process().output().contains("run scripts/real-server there"));

        master.exec("ip", "address", "add", VIP + "/32", "dev", "eth0");
        Await.until("the owner hears the answers", RunningDirector.PATIENCE, () -> master.exec("cat", ACCEPT_LOCAL)
                .strip()
                .equals("1"));
        Tries before = tries(director, 1, 81);
        Await.until(
                "checks of the owner",
                RunningDirector.PATIENCE,
                () -> tries(director, 1, 81).good() > before.good() + 3);
        assertEquals(before.bad(), tries(director, 1, 81).bad(), "a good one stays good");

        director.kill("checkers");
        real[2].exec(Checkout.script("real-server"), "start", VIP);
        Await.until("both serve", RunningDirector.PATIENCE, () -> alive(director, 2, 81) && alive(director, 2, 82));
        director.stop();
        assertEquals("", master.exec("sh", "-c", "ipvsadm -S -n").strip(), "no service is left");
        assertEquals("0", master.exec("cat", ACCEPT_LOCAL).strip());
        assertEquals(
                "0",
                master.exec("cat", "/proc/sys/net/ipv4/vs/expire_nodest_conn").strip());
    }

    private static String service(int port, String check) {
        StringBuilder text = new StringBuilder("virtual_server " + VIP + " " + port
                + " {\ndelay_loop 1\nconnect_timeout 1\nlb_algo rr\nlb_kind DR\nprotocol TCP\n");
        for (int number = 1; number <= 2; number++) {
            text.append("real_server 192.168.1.1" + number + " " + port + " {\n" + check + "\n}\n");
        }
        return text + "}\n";
    }

    private static JsonNode server(RunningDirector director, int number, int port) {
        return director.server("[192.168.1.1" + number + "]:tcp:" + port);
    }

    private static boolean alive(RunningDirector director, int number, int port) {
        return server(director, number, port).path("alive").asBoolean();
    }

    private static void assertAlive(RunningDirector director, int number, int port, boolean alive) {
        assertEquals(alive, alive(director, number, port), number + " at " + port);
    }

    private record Tries(long good, long bad) {}

    private static Tries tries(RunningDirector director, int number, int port) {
        JsonNode check = server(director, number, port).at("/checks/0");
        return new Tries(
                check.path("successes").asLong(), check.path("failures").asLong());
    }

    private static void awaitTold(RunningDirector director, int port) {
        JsonNode server = Await.value(
                "the second real server is down at " + port,
                RunningDirector.PATIENCE,
                () -> server(director, 2, port),
                found -> found.has("alive") && !found.path("alive").asBoolean());
        String told = server.at("/checks/0/lastResult").asText();
        assertEquals(
                "it answers on its own address but not on " + VIP
                        + " (no answer in time): run scripts/real-server there",
                told);
    }
}
