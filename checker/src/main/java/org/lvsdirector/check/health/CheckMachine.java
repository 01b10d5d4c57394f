package org.lvsdirector.check.health;

import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.Patience;
import org.lvsdirector.check.Probe;

/**
 * Rise and fall of one check, as keepalived 2.2.7 does it: one success is enough to rise; a check that is up forgives {@code retry}
 * failures, one that never ran forgives none. A probe in stages rises when all its stages have succeeded, see {@link StagedSteps}.
 */
public final class CheckMachine {
    private static final double NANOS_PER_SECOND = 1e9;

    private CheckMachine() {}

    /** What a result makes of a check, and when to try again. */
    public static CheckStep step(CheckSpec spec, CheckHealth health, CheckResult result) {
        Probe.Stages stages = spec.probe().stages();
        return switch (result.verdict()) {
            case SUCCEEDED ->
                stages == null ? succeeded(spec, health, result) : StagedSteps.succeeded(spec, health, stages, result);
            case FAILED ->
                stages != null && !health.up() && health.hasRun()
                        ? StagedSteps.stillDown(spec, health)
                        : failed(spec, health, result);
            case INCONCLUSIVE -> blocked(spec, health, result);
        };
    }

    private static CheckStep succeeded(CheckSpec spec, CheckHealth health, CheckResult result) {
        Integer said = result.weightChange();
        return passed(spec, health, result, said == null ? health.weightChange() : said);
    }

    /** The whole of the probe has succeeded; a check that is down may want to see that more often, or later. */
    static CheckStep passed(CheckSpec spec, CheckHealth health, CheckResult result, int weightChange) {
        Patience patience = spec.timing().patience();
        long now = result.endedNanos();
        Trend trend = health.trend();
        if (!health.up()) {
            trend = trend.succeeded();
            if (!trend.suffices(patience, now)) {
                long hold = trend.successes() >= patience.rise() ? trend.holdLeft(now) : Long.MAX_VALUE;
                long delay = Math.min(spec.timing().delayLoopNanos(), hold);
                return new CheckStep(health.passed(false, weightChange, trend), delay, List.of());
            }
            trend = trend.rose(now);
        }
        return new CheckStep(
                health.passed(true, weightChange, trend), spec.timing().delayLoopNanos(), risen(spec, health));
    }

    /** What the log says when a check passes, if that is news. */
    static List<HealthMessage> risen(CheckSpec spec, CheckHealth before) {
        return before.up() && before.hasRun()
                ? List.of()
                : List.of(HealthMessage.info(spec.probe().passed(spec.id().server())));
    }

    private static CheckStep failed(CheckSpec spec, CheckHealth health, CheckResult result) {
        Probe probe = spec.probe();
        String server = spec.id().server();
        List<HealthMessage> messages = new ArrayList<>();
        if (spec.logAllFailures() && health.up()) {
            messages.add(HealthMessage.info(probe.tryFailed(server, result)));
        }
        if (health.up() && health.hasRun() && health.retries() < spec.timing().retry()) {
            CheckHealth forgiven = health.then(true, true, health.retries() + 1, health.stage(), false);
            return new CheckStep(forgiven, spec.timing().delayBeforeRetryNanos(), messages);
        }
        if (health.up() || !health.hasRun()) {
            String after = spec.timing().retry() > 0 && health.hasRun()
                    ? " after " + spec.timing().retry() + " retries."
                    : ".";
            messages.add(HealthMessage.info(probe.failed(server) + after));
            if (spec.path() != null) {
                messages.add(HealthMessage.warning(
                        "Real server " + server + " of " + spec.id().service() + " is down: " + result.detail()));
            }
        }
        boolean staged = probe.stages() != null;
        Trend trend = health.up()
                ? fell(spec, health, result, messages)
                : health.trend().failed();
        CheckHealth down = health.then(false, true, 0, health.stage(), staged).with(trend);
        return new CheckStep(
                down, staged ? StagedSteps.rest(spec) : spec.timing().delayLoopNanos(), messages);
    }

    private static Trend fell(CheckSpec spec, CheckHealth health, CheckResult result, List<HealthMessage> messages) {
        Trend trend = health.trend().fell(spec.timing().patience(), result.endedNanos());
        if (trend.held()) {
            messages.add(HealthMessage.notice("Holding service " + spec.id().server() + " down for at least "
                    + Math.round(trend.holdLeft(result.endedNanos()) / NANOS_PER_SECOND) + " s after "
                    + trend.falls() + " failures of " + spec.probe().keyword()));
        }
        return trend;
    }

    /** A failure of this machine's says nothing of the server: its state stays, and the log says so once until a try gets through. */
    private static CheckStep blocked(CheckSpec spec, CheckHealth health, CheckResult result) {
        List<HealthMessage> messages = new ArrayList<>();
        if (!health.blocked()) {
            messages.add(HealthMessage.warning(spec.probe().keyword() + " on service "
                    + spec.id().server() + " could not be tried: " + result.detail()
                    + " on this machine. Its state stays "
                    + (health.up() ? "up" : "down") + "; rescheduling."));
        }
        return new CheckStep(health.whileBlocked(), spec.timing().delayLoopNanos(), messages);
    }
}
