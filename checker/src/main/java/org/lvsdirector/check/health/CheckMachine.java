package org.lvsdirector.check.health;

import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.Probe;

/**
 * Rise and fall of one check, as keepalived 2.2.7 does it: one success is enough to rise; a check that is up forgives {@code retry}
 * failures, one that never ran forgives none.
 */
public final class CheckMachine {
    private CheckMachine() {}

    /** What a result makes of a check, and when to try again. */
    public static CheckStep step(CheckSpec spec, CheckHealth health, CheckResult result) {
        return switch (result.verdict()) {
            case SUCCEEDED -> succeeded(spec, health);
            case FAILED -> failed(spec, health, result);
            case INCONCLUSIVE -> blocked(spec, health, result);
        };
    }

    private static CheckStep succeeded(CheckSpec spec, CheckHealth health) {
        List<HealthMessage> messages = new ArrayList<>();
        if (!health.up() || !health.hasRun()) {
            messages.add(HealthMessage.info(
                    spec.probe().reached() + " to " + spec.id().server() + " success."));
        }
        return after(spec.timing().delayLoopNanos(), new CheckHealth(true, true, 0, false), messages);
    }

    private static CheckStep failed(CheckSpec spec, CheckHealth health, CheckResult result) {
        Probe probe = spec.probe();
        List<HealthMessage> messages = new ArrayList<>();
        if (spec.logAllFailures() && health.up()) {
            String how = result.cause() == CheckResult.Cause.TIMED_OUT ? "timeout." : "failed.";
            messages.add(HealthMessage.info(probe.reached() + " to " + spec.id().server() + " " + how));
        }
        if (health.up() && health.hasRun() && health.retries() < spec.timing().retry()) {
            CheckHealth forgiven = new CheckHealth(true, true, health.retries() + 1, false);
            return after(spec.timing().delayBeforeRetryNanos(), forgiven, messages);
        }
        if (health.up() || !health.hasRun()) {
            String after = spec.timing().retry() > 0 && health.hasRun()
                    ? " failed after " + spec.timing().retry() + " retries."
                    : " failed.";
            messages.add(HealthMessage.info(
                    probe.keyword() + " on service " + spec.id().server() + after));
        }
        return after(spec.timing().delayLoopNanos(), new CheckHealth(false, true, 0, false), messages);
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
        CheckHealth same = new CheckHealth(health.up(), health.hasRun(), health.retries(), true);
        return after(spec.timing().delayLoopNanos(), same, messages);
    }

    private static CheckStep after(long delayNanos, CheckHealth health, List<HealthMessage> messages) {
        return new CheckStep(health, delayNanos, messages);
    }
}
