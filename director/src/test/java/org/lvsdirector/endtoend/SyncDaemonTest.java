package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.NetworkThread;

/** Two directors copy their connections: one that is open goes on when the other director takes over. */
@Tag("lab")
class SyncDaemonTest {
    private static final String VIP = "192.168.1.100";
    private static final int PORT = 7;

    @RegisterExtension
    final Network network = Network.perTest();

    @Test
    void anOpenConnectionOutlivesItsDirector() throws IOException {
        Lan lan = network.lan("lan");
        Host client = network.host("client").plug(lan, "eth0", "192.168.1.50/24");
        Host real = network.host("real").plug(lan, "eth0", "192.168.1.21/24");
        real.exec(Checkout.script("real-server"), "start", VIP);
        Host first = network.host("first").plug(lan, "eth0", "192.168.1.11/24");
        Host second = network.host("second").plug(lan, "eth0", "192.168.1.12/24");
        try (ServerSocket server = NetworkThread.call(real, () -> new ServerSocket(PORT))) {
            echo(server);
            RunningDirector master = start(first, 150);
            master.awaitState("VI_1", "MASTER");
            awaitDaemon(first, "master");
            RunningDirector backup = start(second, 100);
            awaitDaemon(second, "backup");

            try (Socket connection = NetworkThread.call(client, () -> new Socket(VIP, PORT))) {
                BufferedReader answers = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
                // The kernel tells of a connection when some packets of it have passed.
                Await.until("the connection on the other director", RunningDirector.PATIENCE, () -> {
                    ask(connection, answers, "before");
                    return second.run("ipvsadm", "-Lcn").output().contains("192.168.1.50");
                });

                first.exec("ip", "link", "set", "eth0", "down");
                backup.awaitState("VI_1", "MASTER");
                awaitDaemon(second, "master");
                Await.until(VIP + " on the other director", RunningDirector.PATIENCE, () -> second.hasAddress(VIP));
                connection.setSoTimeout((int) RunningDirector.PATIENCE.toMillis());
                ask(connection, answers, "after");
            }
            backup.stop();
            assertEquals("", second.run("ipvsadm", "-L", "--daemon").output());
        }
    }

    private static RunningDirector start(Host host, int priority) {
        host.write("/run/director.conf", """
                global_defs {
                    lvs_sync_daemon eth0 VI_1
                }
                vrrp_instance VI_1 {
                    interface eth0
                    virtual_router_id 51
                    priority %d
                    virtual_ipaddress {
                        %s/24
                    }
                }
                virtual_server %s %d {
                    delay_loop 5
                    lb_algo rr
                    lb_kind DR
                    protocol TCP
                    real_server 192.168.1.21 %d {
                        TCP_CHECK {
                            connect_timeout 3
                        }
                    }
                }
                """.formatted(priority, VIP, VIP, PORT, PORT));
        return RunningDirector.start(host, "/run/director.conf");
    }

    private static void awaitDaemon(Host host, String role) {
        Await.value(
                role + " daemon",
                RunningDirector.PATIENCE,
                () -> host.run("ipvsadm", "-L", "--daemon").output(),
                text -> text.startsWith(role + " sync daemon (mcast=eth0, syncid=51")
                        && text.lines().count() == 1);
    }

    private static void ask(Socket connection, BufferedReader answers, String word) {
        try {
            OutputStream out = connection.getOutputStream();
            out.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertEquals(word, answers.readLine());
        } catch (IOException broken) {
            throw new AssertionError("the connection is broken", broken);
        }
    }

    /** Answers each connection with what it says, until the server is closed. */
    private static void echo(ServerSocket server) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            Socket accepted = server.accept();
                            Thread each = new Thread(() -> copy(accepted), "echo");
                            each.setDaemon(true);
                            each.start();
                        }
                    } catch (IOException closed) {
                        // The test is over.
                    }
                },
                "echo-server");
        thread.setDaemon(true);
        thread.start();
    }

    private static void copy(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException gone) {
            // So is this connection.
        }
    }
}
