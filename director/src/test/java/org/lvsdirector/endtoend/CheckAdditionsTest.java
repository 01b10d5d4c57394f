package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What our checks can do beyond keepalived's: patience, slow start, a floor. */
@Tag("lab")
class CheckAdditionsTest extends CheckedPools {
    private static final long QUIET = TimeUnit.SECONDS.toNanos(15);

    @Test
    void patienceFloorAndSlowStart() {
        String ask = "MISC_CHECK {\nmisc_path \"/run/ask SERVER\"\nmisc_timeout 30\nrise 4\n}";
        configure(
                service(1, "", ask),
                service(2, "healthy_floor 2\n", "TCP_CHECK {\n}"),
                service(3, "weight 10\nslow_start 20\n", "TCP_CHECK {\n}"));
        RunningDirector director = RunningDirector.start(checker, CONFIGURATION);
        awaitPool(1, A + "=1", B + "=1", C + "=1");
        awaitPool(3, A + "=10", B + "=10", C + "=10");
        assertLogged(director, "this host does not forward packets, which NAT needs");

        servers.refuse(A);
        awaitPool(1, B + "=1", C + "=1");
        awaitPool(2, B + "=1", C + "=1");
        servers.refuse(B);
        awaitPool(1, C + "=1");
        awaitPool(3, C + "=10");
        assertLogged(director, "(healthy_floor)");
        awaitPool(2, B + "=1", C + "=1");
        assertEquals(
                "down, kept for healthy_floor",
                server(director, 2, B).path("remark").asText());

        TableStates states = new TableStates(checker);
        servers.heal(A);
        servers.heal(B);
        List<String> ramp = states.untilQuietFor(QUIET).getOrDefault("TCP " + VIP + ":3", List.of());
        assertTrue(ramp.size() > 5, "little by little: " + ramp);
        awaitPool(1, A + "=1", B + "=1", C + "=1");
        awaitPool(2, A + "=1", B + "=1", C + "=1");
        awaitPool(3, A + "=10", B + "=10", C + "=10");
        assertTrue(runs().matches("(?s).*1\n0\n0\n0\n0\n.*"), "four successes in a row: " + runs());
        director.stop();
    }

    /** What the command for A was told, one run a line. */
    private String runs() {
        return checker.read("/run/runs." + A);
    }
}
