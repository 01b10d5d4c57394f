package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** Scripts that hear of real servers and quorums. */
@Tag("lab")
class PoolScriptsTest {
    private static final String LISTENER = "socket(S,PF_INET,SOCK_STREAM,6); setsockopt(S,SOL_SOCKET,SO_REUSEADDR,1);"
            + "bind(S,sockaddr_in(80,inet_aton($ARGV[0]))) or die; listen(S,9); while(accept(C,S)){close C}";

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(
            network.host("director"),
            "virtual_server 192.168.1.11 80 {",
            "  delay_loop 1",
            "  lb_algo rr",
            "  lb_kind NAT",
            "  protocol TCP",
            "  omega",
            "  quorum_up '/run/note.sh quorum \"is up\"'",
            "  quorum_down '/run/note.sh quorum down'",
            "  real_server 10.20.40.11 80 {",
            "    notify_up '/run/note.sh one up'",
            "    notify_down '/run/note.sh one down'",
            "    TCP_CHECK { warmup 0 retry 0 connect_timeout 1 }",
            "  }",
            "}");
    private final List<String> expected = new ArrayList<>();

    @BeforeEach
    void machine() {
        director.host.addAddress("lo", "10.20.40.11/32");
        director.host.write("/run/note.sh", "#!/bin/sh\necho \"$#: $*\" >>/run/notes\n");
        director.host.exec("chmod", "755", "/run/note.sh");
        director.host.write("/run/notes", "");
    }

    @Test
    void theyRunWithTheirArgumentsAndOneAfterTheOther() {
        Running server = listen();
        Running running = director.start();
        director.awaitStatus("SERVICES\n");
        awaitNotes("2: quorum is up");
        server.close();
        awaitNotes("2: one down", "2: quorum down");
        listen();
        awaitNotes("2: one up", "2: quorum is up");
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        awaitNotes("2: one down", "2: quorum down");
    }

    @Test
    void servicesThatStayAreNoReasonToRunThem() {
        listen();
        Running running = director.start("-I");
        director.awaitStatus("SERVICES\n");
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        awaitNotes("2: quorum is up");
    }

    private Running listen() {
        return director.host.start("perl", "-MSocket", "-e", LISTENER, "10.20.40.11");
    }

    private void awaitNotes(String... lines) {
        expected.addAll(List.of(lines));
        Await.value(
                "notes of the scripts",
                SOON,
                () -> director.host.read("/run/notes").lines().toList(),
                expected::equals);
    }
}
