package org.lvsdirector.check.health;

import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.Probe;

/**
 * The part of {@link CheckMachine} for probes in stages, such as the URLs of {@code HTTP_GET}. A stage that took the check down is tried
 * until it succeeds; then all stages must succeed in turn before the check is up, so that even one stage must succeed twice.
 */
final class StagedSteps {
    private StagedSteps() {}

    static CheckStep succeeded(CheckSpec spec, CheckHealth health, Probe.Stages stages, CheckResult result) {
        int next = health.stage() + 1;
        if (!health.stuck() && next >= stages.count()) {
            List<HealthMessage> messages = news(spec, health);
            CheckStep passed = CheckMachine.passed(spec, health, result, 0);
            messages.addAll(passed.messages());
            return new CheckStep(passed.health(), passed.delayNanos(), messages);
        }
        CheckHealth onward = health.then(health.up(), health.hasRun(), 0, health.stuck() ? 0 : next, false);
        boolean quick = stages.quick() && !(health.up() && health.hasRun());
        return new CheckStep(onward, quick ? 0 : spec.timing().delayLoopNanos(), news(spec, health));
    }

    private static List<HealthMessage> news(CheckSpec spec, CheckHealth health) {
        List<HealthMessage> messages = new ArrayList<>();
        String news = health.up()
                ? null
                : spec.probe().stagePassed(health.stage(), spec.id().server());
        if (news != null) {
            messages.add(HealthMessage.info(news));
        }
        return messages;
    }

    /** A failure of a check that is down already: the same stage again. */
    static CheckStep stillDown(CheckSpec spec, CheckHealth health) {
        CheckHealth same = health.then(false, true, 0, health.stage(), health.stuck())
                .with(health.trend().failed());
        long delay = health.stuck() ? rest(spec) : spec.timing().delayBeforeRetryNanos();
        return new CheckStep(same, delay, List.of());
    }

    /** From one try of a stage that is stuck to the next. */
    static long rest(CheckSpec spec) {
        CheckTiming timing = spec.timing();
        return Math.max(timing.delayLoopNanos(), timing.delayBeforeRetryNanos());
    }
}
