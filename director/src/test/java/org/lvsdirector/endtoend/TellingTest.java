package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** A notify pipe with its script, through a start, a change of priority, reloads and a stop. */
@Tag("netns")
class TellingTest {
    private static final String VIP = "192.168.7.100";
    private static final String TWO = instance("VI_1", 77, VIP, "notify_deleted")
            + instance("VI_2", 78, "192.168.7.200", "notify_deleted /run/deleted.sh");

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"), globals() + TWO);

    private static String globals() {
        return """
                global_defs {
                  vrrp_notify_fifo /run/news
                  vrrp_notify_fifo_script "/run/reader.sh first"
                  vrrp_notify_priority_changes
                  fifo_write_vrrp_states_on_reload
                }
                track_file load {
                  file /run/load
                }
                """;
    }

    private static String instance(String name, int vrid, String address, String more) {
        return """
                vrrp_instance %s {
                  interface eth0
                  virtual_router_id %d
                  priority 100
                  advert_int 1
                  virtual_ipaddress { %s }
                  track_file { load }
                  %s
                }
                """.formatted(name, vrid, address, more);
    }

    @BeforeEach
    void machine() {
        director.host.plug(network.lan("lan"), "eth0", "192.168.7.1/24");
        script("/run/reader.sh", "while read -r line; do echo \"$1 $line\" >>/run/notes; done <\"$2\"");
        script("/run/deleted.sh", "echo deleted >>/run/notes");
    }

    private void script(String path, String body) {
        director.host.write(path, "#!/bin/sh\n" + body + "\n");
        director.host.exec("chmod", "755", path);
    }

    private List<String> notes() {
        return Files.exists(director.host.file("/run/notes"))
                ? director.host.read("/run/notes").lines().toList()
                : List.of();
    }

    private void awaitNote(String note) {
        Await.until(note, SOON, () -> notes().contains(note));
    }

    @Test
    void thePipeTellsAllInOrder() {
        Running running = director.start();
        awaitNote("first INSTANCE \"VI_1\" MASTER 100");
        awaitNote("first INSTANCE \"VI_2\" MASTER 100");
        assertEquals(
                List.of("first INSTANCE \"VI_1\" BACKUP 100", "first INSTANCE \"VI_1\" MASTER 100"),
                notes().stream().filter(note -> note.contains("VI_1")).toList());
        director.host.write("/run/load", "7\n");
        awaitNote("first INSTANCE \"VI_1\" MASTER_PRIORITY 107");

        director.configure(globals().replace("first", "second") + instance("VI_1", 77, VIP, ""));
        director.run("reload").orFail();
        awaitNote("second INSTANCE \"VI_1\" MASTER 100");
        awaitNote("second INSTANCE \"VI_2\" DELETED 107");
        awaitNote("deleted");

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON));
        awaitNote("second INSTANCE \"VI_1\" STOP 107");
        assertFalse(Files.exists(director.host.file("/run/news")), "the pipe was the director's");
    }
}
