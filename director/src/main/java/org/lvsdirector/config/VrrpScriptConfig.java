package org.lvsdirector.config;

import java.time.Duration;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A {@code vrrp_script} block: a command whose exit code steers instances.
 *
 * @param timeout a run that lasts longer counts as failed and is ended
 * @param weight change of priority, -253 to 253: added while up if positive, added (so lowered) while down if negative; 0: failure is a FAULT
 * @param reverse up and down change places for the weight
 * @param rise successes in a row until up
 * @param fall failures in a row until down
 * @param startsFailed {@code init_fail}: down until it has succeeded {@code rise} times
 */
public record VrrpScriptConfig(
        String name,
        ScriptCommand command,
        Duration interval,
        Duration timeout,
        int weight,
        boolean reverse,
        int rise,
        int fall,
        boolean startsFailed,
        SourcePlace place) {}
