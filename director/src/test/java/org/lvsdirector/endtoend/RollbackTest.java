package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Result;

/** A configuration on trial, and the way back to earlier ones. */
@Tag("netns")
class RollbackTest {
    @RegisterExtension
    final Network network = Network.perTest();

    private DirectorHost director;

    @BeforeEach
    void start() {
        Lan lan = network.lan("lan");
        director = new DirectorHost(network.host("director").plug(lan, "eth0", "192.168.7.1/24"), holding("100"));
        director.start("-P");
        director.awaitAddress("192.168.7.100");
    }

    private static String[] holding(String last) {
        return new String[] {
            "$VIP=192.168.7." + last,
            "vrrp_instance VI_1 {",
            "  interface eth0",
            "  virtual_router_id 77",
            "  priority 200",
            "  authentication { ",
            "    auth_type PASS",
            "    auth_pass secret",
            "  }",
            "  virtual_ipaddress {",
            "    ${VIP}/24",
            "  }",
            "}"
        };
    }

    @Test
    void withoutConfirmationTheOldOneRunsAgain() {
        director.configure(holding("101"));
        Result reload = director.run("reload", "--confirm", "5").orFail();
        assertTrue(reload.output().contains("without 'director confirm' within 5 s"), reload.output());
        director.awaitAddress("192.168.7.101");
        director.awaitNoAddress("192.168.7.100");

        director.awaitAddress("192.168.7.100");
        director.awaitNoAddress("192.168.7.101");
        assertEquals(1, director.run("confirm").exitCode(), "too late");
    }

    @Test
    void confirmedItStaysAndTheHistoryLeadsBack() {
        director.configure(holding("101"));
        director.run("reload", "--confirm", "600").orFail();
        director.awaitAddress("192.168.7.101");
        director.run("confirm").orFail();

        director.configure(holding("102"));
        String plan = director.run("plan", "/run/director.conf").orFail().output();
        assertTrue(plan.contains("Configuration 2 runs. This file differs:"), plan);
        assertTrue(plan.contains("-        192.168.7.101/24\n+        192.168.7.102/24\n"), plan);

        Result history = director.run("history").orFail();
        assertEquals(2, history.output().lines().count(), history.output());
        assertEquals(
                "600\n600\n",
                director.host
                        .run("sh", "-c", "stat -c %a /run/lvs-director/director.history/*.conf")
                        .output());
        Result diff = director.run("diff", "1", "2");
        assertEquals(1, diff.exitCode());
        assertTrue(diff.output().contains("-        192.168.7.100/24\n+        192.168.7.101/24\n"), diff.output());

        director.run("rollback", "1").orFail();
        director.awaitAddress("192.168.7.100");
        director.awaitNoAddress("192.168.7.101");
        assertEquals(0, director.run("diff", "1", "3").exitCode());
        assertEquals(64, director.run("rollback", "9").exitCode());
    }
}
