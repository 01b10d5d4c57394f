package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** Commands decide who is alive and how much each one gets. */
@Tag("lab")
class MiscCheckTest {
    private static final String SCRIPT = "/run/weigh";

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"));

    @Test
    void aCommandSetsTheWeightAndTakesTheServerOut() {
        director.host.addAddress("lo", "10.20.40.11/32");
        director.host.write(SCRIPT, "#!/bin/sh\nexit \"$(cat /run/status.$1)\"\n");
        director.host.exec("chmod", "755", SCRIPT);
        says(0);
        director.configure(
                "global_defs {",
                "  script_user root",
                "  enable_script_security",
                "}",
                "virtual_server 192.168.1.11 80 {",
                "  delay_loop 1",
                "  lb_algo wrr",
                "  lb_kind NAT",
                "  protocol TCP",
                "  real_server 10.20.40.11 80 {",
                "    weight 3",
                "    MISC_CHECK {",
                "      misc_path \"" + SCRIPT + " a\"",
                "      misc_dynamic",
                "      warmup 0",
                "    }",
                "  }",
                "}");
        Running running = director.start();
        awaitWeight("3");
        says(12);
        awaitWeight("10");
        says(1);
        Await.until("out", SOON, () -> !table().contains("10.20.40.11"));
        says(7);
        awaitWeight("5");
        says(0);
        awaitWeight("3");
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
    }

    private void says(int status) {
        director.host.write("/run/status.new", status + "\n");
        director.host.exec("mv", "/run/status.new", "/run/status.a");
    }

    private void awaitWeight(String weight) {
        Await.until("weight " + weight, SOON, () -> table().lines()
                .anyMatch(line -> line.contains("10.20.40.11:80")
                        && line.strip().split("\\s+", -1)[3].equals(weight)));
    }

    private String table() {
        return director.host.run("ipvsadm", "-ln").output();
    }
}
