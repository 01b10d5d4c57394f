package org.lvsdirector.check.schedule;

import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.HealthMessage;

/** Told what checks find. Runs on the engine's thread, must not block and must not call the engine back. */
public interface CheckListener {

    /** A line for the log. */
    void message(HealthMessage message);

    /** A check went from up to down or back, ended its first try, or changed the weight. Comes after the messages. */
    void changed(CheckSpec spec, CheckHealth health, CheckResult result);
}
