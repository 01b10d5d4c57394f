package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/**
 * The same configuration and the same faults under keepalived 2.2.7 and under the director: each virtual service goes through the same states of the
 * kernel's table. Every kind of check has a service of its own, and so has each rule that makes a table of what checks find.
 */
@Tag("lab")
class ChecksBesideKeepalivedTest {
    private static final long QUIET = TimeUnit.SECONDS.toNanos(8);
    private static final String A = RealServerFarm.SERVERS[0];
    private static final String B = RealServerFarm.SERVERS[1];
    private static final String C = RealServerFarm.SERVERS[2];

    @RegisterExtension
    final Network network = Network.perTest();

    private final Host checker = network.host("checker");
    private final Host farm = network.host("farm");
    private final RealServerFarm servers = new RealServerFarm(farm, checker);

    private TableStates table = new TableStates(checker);

    @BeforeEach
    void machines() {
        Lan lan = network.lan("lan");
        checker.plug(lan, "eth0", "10.90.1.1/24");
        farm.plug(lan, "eth0", "10.90.1.2/24");
        servers.start();
        checker.write("/run/ask", "#!/bin/sh\nexit \"$(cat /run/status.$1)\"\n");
        checker.exec("chmod", "755", "/run/ask");
        checker.write(Keepalived.CONFIGURATION, CheckedServices.configuration());
    }

    @Test
    void theSameStatesUnderTheSameFaults() {
        Running keepalived = checker.start(
                "keepalived",
                "-n",
                "-l",
                "-D",
                "-f",
                Keepalived.CONFIGURATION,
                "-p",
                "/run/k.pid",
                "-c",
                "/run/kc.pid",
                "-b",
                "/run/kb.pid");
        awaitTable(keepalived);
        String theirs = play();
        end(keepalived);
        Running director =
                RunningDirector.start(checker, Keepalived.CONFIGURATION).process();
        awaitTable(director);
        String ours = play();
        end(director);
        assertTrue(theirs.contains(A) && theirs.contains("=0"), theirs);
        assertEquals(theirs, ours);
    }

    /** All faults, one after the other; only one real server changes at a time, so that the order of states is certain. */
    private String play() {
        List<String> told = new ArrayList<>();
        table = new TableStates(checker);
        tell(told, "at the start", () -> {});
        tell(told, "A turns away", () -> servers.refuse(A));
        tell(told, "A is well", () -> servers.heal(A));
        tell(told, "B errs", () -> servers.err(B));
        tell(told, "B is well", () -> servers.heal(B));
        tell(told, "C is silent", () -> servers.silence(C));
        tell(told, "A is silent too", () -> servers.silence(A));
        tell(told, "B turns away too", () -> servers.refuse(B));
        tell(told, "C is well", () -> servers.heal(C));
        tell(told, "A is well again", () -> servers.heal(A));
        tell(told, "all are well", () -> servers.heal(B));
        return String.join("\n", told);
    }

    private void tell(List<String> told, String step, Runnable fault) {
        fault.run();
        for (Map.Entry<String, List<String>> service :
                table.untilQuietFor(QUIET).entrySet()) {
            String name = CheckedServices.name(service.getKey());
            List<String> states = service.getValue();
            if (step.equals("at the start") && name.startsWith("BFD_CHECK")) {
                // Whether keepalived begins with such a server in or out depends on which of its two processes is ready
                // first.
                states = states.subList(states.size() - 1, states.size());
            }
            told.add(step + ", " + name + ": " + String.join(" -> ", states));
        }
    }

    private void awaitTable(Running running) {
        Await.until("a table of " + running, RunningDirector.PATIENCE, () -> checker.run("ipvsadm", "-ln")
                .output()
                .contains(A));
    }

    private void end(Running running) {
        running.signal("TERM");
        running.awaitExit(Duration.ofMinutes(2));
        assertEquals("", checker.exec("ipvsadm", "-S", "-n").strip());
    }
}
