package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** Mail of what happens: keepalived's own letters to the byte, and the same to a server that wants TLS and a password. */
@Tag("netns")
class MailTest {
    private static final String ROUTER = """
            vrrp_sync_group G {
              group { VI_1 }
            }
            vrrp_instance VI_1 {
              interface eth0
              virtual_router_id 51
              priority 100
              advert_int 1
              virtual_ipaddress { 192.168.7.100 }
            }
            """;

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"));
    private final LetterBox box = new LetterBox(director.host);

    @BeforeEach
    void machine() {
        director.host.plug(network.lan("lan"), "eth0", "192.168.7.1/24");
        director.host.exec("ip", "link", "set", "lo", "up");
    }

    @Test
    void theLettersAreKeepalivedsOwn() {
        String configuration = globals("localhost", "smtp_helo_name left.example") + ROUTER;
        box.serve("plain-smtp.py");

        Running keepalived = Keepalived.start(director.host, configuration);
        List<String> expected = lettersOfAFault();
        keepalived.signal("TERM");
        keepalived.awaitExit(SOON);

        box.empty();
        director.configure(configuration);
        Running running = director.start();
        assertEquals(expected, lettersOfAFault());
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON));
        assertTrue(box.letters().stream().anyMatch(letter -> letter.contains("VRRP Instance VI_1 - Stopping")));
    }

    /** Of a start, a fault and its end, without dates; the instance's first, the group's behind them. */
    private List<String> lettersOfAFault() {
        box.await("Entering MASTER state", 2);
        director.host.exec("ip", "link", "set", "eth0", "down");
        box.await("Entering FAULT state", 2);
        director.host.exec("ip", "link", "set", "eth0", "up");
        box.await("Entering MASTER state", 4);
        List<String> all = box.letters();
        return Stream.concat(
                        all.stream().filter(letter -> letter.contains("VRRP Instance")),
                        all.stream().filter(letter -> letter.contains("VRRP Group")))
                .toList();
    }

    @Test
    void aServerMayWantTlsAndAPassword() {
        director.host.exec(("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
                        + " -addext subjectAltName=DNS:localhost -keyout /run/key.pem -out /run/certificate.pem")
                .split(" "));
        director.host.write("/run/secret", "open sesame\n");
        box.serve("secure-smtp.py", "/run/certificate.pem", "/run/key.pem", "lvs", "open sesame");
        String secure = "smtp_starttls\nsmtp_user lvs\nsmtp_password_file /run/secret\n";

        director.configure(globals("localhost", secure + "smtp_ca /run/certificate.pem") + ROUTER);
        Running running = director.start();
        String line =
                "tls True user lvs to a@example.org b@example.org: Subject: [LVS_A] VRRP Instance VI_1 - Entering ";
        Await.until("a letter", SOON, () -> box.notes().lines().anyMatch((line + "MASTER state")::equals));
        director.awaitStatus("mail  4 sent, 0 refused, 0 lost, 0 waiting");

        director.configure(globals("localhost", secure) + ROUTER);
        director.run("reload").orFail();
        director.host.exec("ip", "link", "set", "eth0", "down");
        director.awaitStatus("mail  4 sent, 2 refused");
        assertTrue(director.status().contains("FAULT since"));
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON));
        assertTrue(
                box.notes().lines().noneMatch(note -> note.contains("FAULT")),
                "nobody whom it does not believe gets mail");
    }

    private static String globals(String server, String more) {
        return """
                global_defs {
                  router_id LVS_A
                  smtp_server %s 2525
                  smtp_connect_timeout 5
                  notification_email {
                    a@example.org
                    b@example.org
                  }
                  notification_email_from lvs@example.org
                  smtp_alert
                  %s
                }
                """.formatted(server, more);
    }
}
