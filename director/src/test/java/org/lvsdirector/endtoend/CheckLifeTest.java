package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Capture;

/** Checks that wait, that serve several services, that live through a reload, and what a crash leaves. */
@Tag("lab")
class CheckLifeTest extends CheckedPools {
    private static final String ABSENT = "10.98.0.9";
    private static final String KERNEL_NUMBER = "/proc/sys/net/ipv4/vs/expire_nodest_conn";
    private static final String WORD = "lvs_sysctl expire_nodest_conn 1\n";
    private static final Duration HOLD = Duration.ofSeconds(60);
    /** Between a fall and the moment at which a test sees it. */
    private static final Duration SLACK = Duration.ofSeconds(20);

    private final String suspended = service(1, "ha_suspend\n", "HTTP_GET {\nurl {\npath /\n}\n}");
    private final String shared = "TCP_CHECK {\nconnect_port 443\n}";
    private final String[] services = {
        suspended.replace(VIP, ABSENT),
        service(2, "", shared),
        service(3, "", shared),
        service(4, "", shared),
        service(5, "hold_down " + HOLD.toSeconds() + "\n", "TCP_CHECK {\n}")
    };

    @Test
    void suspensionSharingAndHoldLiveThroughAReload() {
        configure(services);
        try (Capture tries = farm.capture("eth0", "dst host " + B + " and tcp dst port 443 and tcp[13] = 2")) {
            RunningDirector director = RunningDirector.start(checker, CONFIGURATION);
            awaitPool(4, A + "=1", B + "=1", C + "=1");
            assertEquals("1", number());
            theOwnersChecksWait();
            oneCheckForThreeServices(director, tries);
            aServerThatFlapsIsHeldDown(director);
            director.stop();
        }
        assertEquals("0", number());
        assertEquals(Map.of(), new TableStates(checker).table());
    }

    private void theOwnersChecksWait() {
        servers.refuse(A);
        awaitPool(4, B + "=1", C + "=1");
        awaitPool(5, B + "=1", C + "=1");
        assertEquals(pool(":80", A + "=1", B + "=1", C + "=1"), ofTheOwner());
        checker.addAddress("lo", ABSENT + "/32");
        Await.value(
                "checks of the owner",
                RunningDirector.PATIENCE,
                this::ofTheOwner,
                pool(":80", B + "=1", C + "=1")::equals);
        servers.heal(A);
        awaitPool(5, A + "=1", B + "=1", C + "=1");
    }

    private String ofTheOwner() {
        return new TableStates(checker).table().getOrDefault("TCP " + ABSENT + ":1", "nothing");
    }

    /** What the real server sees is what one service counts, and not three times as much. */
    private void oneCheckForThreeServices(RunningDirector director, Capture tries) {
        Await.until("tries", RunningDirector.PATIENCE, () -> connections(tries) >= 40);
        long connections = connections(tries);
        JsonNode check = server(director, 3, B).at("/checks/0");
        long counted = check.path("successes").asLong() + check.path("failures").asLong();
        assertTrue(connections <= counted + counted / 4, connections + " connections, " + counted + " tries");
    }

    private static long connections(Capture tries) {
        return tries.lines().stream()
                .filter(line -> line.text().contains("Flags [S]"))
                .count();
    }

    private void aServerThatFlapsIsHeldDown(RunningDirector director) {
        servers.refuse(A);
        awaitPool(5, B + "=1", C + "=1");
        long seen = System.nanoTime();
        assertLogged(
                director,
                "Holding service [" + A + "]:tcp:80 down for at least " + HOLD.toSeconds()
                        + " s after 2 failures of TCP_CHECK");
        servers.heal(A);
        long before = successes(director, 2);
        checker.write(CONFIGURATION, checker.read(CONFIGURATION) + service(6, "", "TCP_CHECK {\n}"));
        director.command("reload").orFail();
        awaitPool(6, A + "=1", B + "=1", C + "=1");
        assertTrue(successes(director, 2) >= before, "what is equal goes on with its counters");
        awaitPool(4, A + "=1", B + "=1", C + "=1");
        awaitPool(5, A + "=1", B + "=1", C + "=1");
        Duration held = Duration.ofNanos(System.nanoTime() - seen);
        assertTrue(held.compareTo(HOLD.minus(SLACK)) >= 0, "it came back after " + held);
    }

    @Test
    void aNumberOfTheKernelIsPutBackAfterACrash() {
        configure(services[1]);
        RunningDirector director = RunningDirector.start(checker, CONFIGURATION);
        awaitPool(2, A + "=1", B + "=1", C + "=1");
        servers.refuse(A);
        awaitPool(2, B + "=1", C + "=1");
        String parent = Long.toString(director.pid("director"));
        String child = Long.toString(director.pid("checkers"));
        checker.exec("kill", "-KILL", parent, child);
        director.process().awaitExit(RunningDirector.PATIENCE);
        assertEquals("1", number(), "nobody has put it back");
        awaitPool(2, B + "=1", C + "=1");

        checker.write(CONFIGURATION, checker.read(CONFIGURATION).replace(WORD, ""));
        RunningDirector successor = RunningDirector.start(checker, CONFIGURATION);
        Await.value("the old number", RunningDirector.PATIENCE, this::number, "0"::equals);
        awaitPool(2, B + "=1", C + "=1");
        configure(services[1]);
        successor.command("reload").orFail();
        Await.value("the new number", RunningDirector.PATIENCE, this::number, "1"::equals);
        successor.stop();
        assertEquals("0", number());
        assertEquals(Map.of(), new TableStates(checker).table());
    }

    /** The machine's own, which only its own processes see. */
    private String number() {
        return checker.exec("cat", KERNEL_NUMBER).strip();
    }
}
