package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lvsdirector.testing.Running;

/** Mail of real servers and quorums: keepalived's own letters to the byte. */
@Tag("lab")
class CheckMailTest extends CheckedPools {
    private static final String GLOBALS = """
            global_defs {
              router_id LVS_A
              smtp_server 127.0.0.1 2525
              smtp_connect_timeout 30
              smtp_helo_name left.example
              notification_email {
                a@example.org
                b@example.org
              }
              notification_email_from lvs@example.org
              smtp_alert_checker
            }
            """;

    private final LetterBox box = new LetterBox(checker);

    @Test
    void theLettersAreKeepalivedsOwn() {
        String rules = "quorum 2\nsmtp_alert\nsorry_server 10.90.1.2 80\n";
        // Refusals come at once; nothing else may count as one on a busy machine.
        String service = service(1, rules, "TCP_CHECK {\n}").replace("connect_timeout 1\n", "connect_timeout 30\n");
        checker.write(CONFIGURATION, GLOBALS + service);
        box.serve("plain-smtp.py");

        Running keepalived = checker.start(
                "keepalived", "-n", "-l", "-D", "-C", "-f", CONFIGURATION, "-p", "/run/k.pid", "-c", "/run/kc.pid");
        awaitPool(1, A + "=1", B + "=1", C + "=1");
        List<String> expected = lettersOfAStartAndTwoFaults();
        keepalived.signal("TERM");
        keepalived.awaitExit(RunningDirector.PATIENCE);

        box.empty();
        RunningDirector director = RunningDirector.start(checker, CONFIGURATION);
        awaitPool(1, A + "=1", B + "=1", C + "=1");
        assertEquals(expected, lettersOfAStartAndTwoFaults());
        director.stop();
    }

    /** In the order of the alphabet, since keepalived sends several at a time; a lost quorum compares as in both logs. */
    private List<String> lettersOfAStartAndTwoFaults() {
        box.await("- UP", 1);
        servers.refuse(A);
        box.await("- DOWN", 1);
        servers.refuse(B);
        box.await("- DOWN", 3);
        servers.heal(A);
        box.await("- UP", 3);
        servers.heal(B);
        box.await("- UP", 4);
        return box.letters().stream()
                .map(letter -> letter.replace("Lost quorum 2+0=2 <= 1", "Lost quorum 2-0=2 > 1"))
                .sorted()
                .toList();
    }
}
