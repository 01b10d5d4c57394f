package org.lvsdirector.check.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.Specs;
import org.lvsdirector.check.http.Urls;

/** The sequences are those of keepalived 2.2.7 with a {@code delay_loop} of 4, {@code retry 1} and {@code delay_before_retry 1}. */
class StagedStepsTest {
    private static final CheckTiming TIMING = Specs.timing(4, 1, 1, 0);

    private final List<String> course = new ArrayList<>();
    private CheckHealth health = CheckHealth.initial(false);

    private static CheckSpec spec(CheckTiming timing, boolean quick, String... paths) {
        ConnectOptions connect = ConnectOptions.to(InetAddress.getLoopbackAddress(), 80, Specs.seconds(5));
        return new CheckSpec(Specs.id(1), Urls.probe(connect, quick, paths), timing, false, false);
    }

    /** Notes stage, delay in seconds and state after each result. */
    private void run(CheckSpec spec, Cause... causes) {
        for (Cause cause : causes) {
            int stage = health.stage();
            CheckStep step = CheckMachine.step(spec, health, new CheckResult(cause, "", 0, 0));
            health = step.health();
            step.messages().forEach(message -> course.add(message.text()));
            course.add(stage + " then " + step.delayNanos() / Specs.seconds(1) + (health.up() ? " up" : " down"));
        }
    }

    @Test
    void oneUrlAfterTheOtherAndAgain() {
        run(spec(TIMING, false, "/a", "/b"), Cause.ANSWERED, Cause.ANSWERED, Cause.ANSWERED);
        assertEquals(
                List.of(
                        "0 then 4 up",
                        "Remote Web server [10.0.0.1]:tcp:80 succeed on service.",
                        "1 then 4 up",
                        "0 then 4 up"),
                course);
    }

    @Test
    void theUrlThatFailedMustSucceedAndThenAllMust() {
        CheckSpec spec = spec(TIMING, false, "/a", "/b");
        health = new CheckHealth(true, true, 0, 1, false, false, 0);
        run(spec, Cause.REFUSED, Cause.WRONG_ANSWER, Cause.TIMED_OUT);
        run(spec, Cause.ANSWERED, Cause.ANSWERED, Cause.ANSWERED);
        assertEquals(
                List.of(
                        "1 then 1 up",
                        "HTTP_CHECK on service [10.0.0.1]:tcp:80 failed after 1 retries.",
                        "1 then 4 down",
                        "1 then 4 down",
                        "HTTP status code success to [10.0.0.1]:tcp:80 url(/b)",
                        "1 then 4 down",
                        "HTTP status code success to [10.0.0.1]:tcp:80 url(/a)",
                        "0 then 4 down",
                        "HTTP status code success to [10.0.0.1]:tcp:80 url(/b)",
                        "Remote Web server [10.0.0.1]:tcp:80 succeed on service.",
                        "1 then 4 up"),
                course);
    }

    @Test
    void evenOneUrlMustSucceedTwice() {
        run(spec(TIMING, false, "/a"), Cause.REFUSED, Cause.ANSWERED, Cause.ANSWERED);
        assertEquals("0 then 4 down", course.get(3));
        assertEquals("0 then 4 up", course.get(6));
    }

    @Test
    void aFailureOnTheWayUpIsTriedAgainSoon() {
        CheckSpec spec = spec(TIMING, false, "/a", "/b");
        run(spec, Cause.REFUSED, Cause.ANSWERED, Cause.ANSWERED, Cause.REFUSED, Cause.ANSWERED);
        assertEquals("1 then 1 down", course.get(6));
        assertEquals("1 then 4 up", course.get(9));
    }

    @Test
    void fastRecoveryDoesNotWaitBetweenUrls() {
        CheckSpec spec = spec(TIMING, true, "/a", "/b");
        run(spec, Cause.ANSWERED, Cause.ANSWERED);
        assertEquals("0 then 0 up", course.get(0));
        assertEquals("1 then 4 up", course.get(2));
        course.clear();
        health = CheckHealth.initial(false);
        run(spec, Cause.REFUSED, Cause.ANSWERED, Cause.ANSWERED, Cause.ANSWERED);
        assertEquals(
                List.of("0 then 4 down", "0 then 0 down", "0 then 0 down", "1 then 4 up"),
                course.stream().filter(line -> line.contains("then")).toList());
    }

    @Test
    void aDeadUrlRestsForTheLongerOfLoopAndRetry() {
        run(spec(Specs.timing(4, 1, 9, 0), false, "/a"), Cause.REFUSED, Cause.REFUSED);
        assertEquals("0 then 9 down", course.get(1));
        assertEquals("0 then 9 down", course.get(2));
    }

    @Test
    void whatFailsHereLeavesTheStageAsItIs() {
        CheckSpec spec = spec(TIMING, false, "/a", "/b");
        run(spec, Cause.ANSWERED, Cause.LOCAL_RESOURCES, Cause.ANSWERED);
        assertEquals(List.of("0 then 4 up", "1 then 4 up"), List.of(course.get(0), course.get(4)));
    }
}
