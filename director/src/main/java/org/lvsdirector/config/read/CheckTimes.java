package org.lvsdirector.config.read;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of checks that virtual server, real server and checker may all say; the innermost counts. What nobody says is null, since the
 * default depends on the kind of check.
 *
 * @param servicesLoop the delay loop of the virtual server, whatever stands further in
 * @param warmup null: the delay loop of the checker
 * @param patience how slowly it comes up again
 */
record CheckTimes(
        Duration servicesLoop,
        Duration delayLoop,
        Duration connectTimeout,
        @Nullable Integer retries,
        @Nullable Duration delayBeforeRetry,
        @Nullable Duration warmup,
        PatienceReader patience) {
    private static final List<String> WORDS = List.of(
            "delay_loop",
            "connect_timeout",
            "retry",
            "delay_before_retry",
            "warmup",
            PatienceReader.RISE,
            PatienceReader.HOLD,
            PatienceReader.MOST_HOLD);

    /** Those of a virtual server, with the table's defaults where kinds do not differ. */
    static CheckTimes of(Block virtualServer) {
        Duration loop = virtualServer.time("delay_loop");
        return new CheckTimes(
                        loop,
                        loop,
                        virtualServer.time("connect_timeout"),
                        null,
                        null,
                        null,
                        PatienceReader.UNSAID.within(virtualServer))
                .withRetriesOf(virtualServer);
    }

    /** Those of a block inside the one these came from. */
    CheckTimes within(Block inner) {
        if (!inner.hasAny(WORDS)) {
            return this;
        }
        return new CheckTimes(
                        servicesLoop,
                        inner.time("delay_loop", delayLoop),
                        inner.knows("connect_timeout") ? inner.time("connect_timeout", connectTimeout) : connectTimeout,
                        retries,
                        delayBeforeRetry,
                        warmup,
                        patience.within(inner))
                .withRetriesOf(inner);
    }

    private CheckTimes withRetriesOf(Block block) {
        return new CheckTimes(
                servicesLoop,
                delayLoop,
                connectTimeout,
                block.has("retry") ? Integer.valueOf(block.count("retry", orDefault(retries, 1))) : retries,
                block.has("delay_before_retry")
                        ? block.time("delay_before_retry", orDefault(delayBeforeRetry, Duration.ofSeconds(1)))
                        : delayBeforeRetry,
                block.has("warmup") ? block.time("warmup", delayLoop) : warmup,
                patience);
    }

    /** Further failures until it is down, where a kind has a default of its own. */
    int retriesOr(int kindsDefault) {
        return orDefault(retries, kindsDefault);
    }

    /** Time between those, where a kind has a default of its own. */
    Duration delayBeforeRetryOr(Duration kindsDefault) {
        return orDefault(delayBeforeRetry, kindsDefault);
    }

    /** How long the first probe is spread over. */
    Duration warmupOrDelayLoop() {
        return warmup == null ? delayLoop : warmup;
    }

    private static <T> T orDefault(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }
}
