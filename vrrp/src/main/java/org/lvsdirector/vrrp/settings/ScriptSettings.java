package org.lvsdirector.vrrp.settings;

/**
 * A {@code vrrp_script} as the machine sees it; command line, user and time-out are the launcher's business.
 *
 * @param intervalNanos time from one start to the next
 * @param rise successes in a row to be up, at least 1
 * @param fall failures in a row to be down, at least 1
 * @param initFail whether it counts as failed until its first success, instead of unknown until its first result
 */
public record ScriptSettings(String name, long intervalNanos, int rise, int fall, boolean initFail) {
    public ScriptSettings {
        Ranges.require("interval", intervalNanos, 1, Long.MAX_VALUE);
        Ranges.require("rise", rise, 1, Integer.MAX_VALUE);
        Ranges.require("fall", fall, 1, Integer.MAX_VALUE);
    }
}
