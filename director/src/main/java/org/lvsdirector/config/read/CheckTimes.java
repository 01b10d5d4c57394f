package org.lvsdirector.config.read;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The words of checks that virtual server, real server and checker may all say; the innermost counts.
 *
 * @param warmup null while nobody says: then it is the delay loop of the checker
 */
record CheckTimes(
        Duration delayLoop,
        Duration connectTimeout,
        int retries,
        Duration delayBeforeRetry,
        @Nullable Duration warmup) {

    /** Those of a virtual server, with the table's defaults. */
    static CheckTimes of(Block virtualServer) {
        return new CheckTimes(
                virtualServer.time("delay_loop"),
                virtualServer.time("connect_timeout"),
                virtualServer.count("retry"),
                virtualServer.time("delay_before_retry"),
                virtualServer.has("warmup") ? virtualServer.time("warmup", Duration.ZERO) : null);
    }

    /** Those of a block inside the one these came from. */
    CheckTimes within(Block inner) {
        return new CheckTimes(
                inner.time("delay_loop", delayLoop),
                inner.time("connect_timeout", connectTimeout),
                inner.count("retry", retries),
                inner.time("delay_before_retry", delayBeforeRetry),
                inner.has("warmup") ? inner.time("warmup", delayLoop) : warmup);
    }

    /** How long the first probe is spread over. */
    Duration warmupOrDelayLoop() {
        return warmup == null ? delayLoop : warmup;
    }
}
