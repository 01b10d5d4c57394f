package org.lvsdirector.config;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.Patience;

/**
 * The words that all checkers share, with the defaults of real server and virtual server filled in.
 *
 * @param connectAddress whom to connect to: the real server unless {@code connect_ip} says otherwise
 * @param connectPort 1 to 65535: the real server's port unless {@code connect_port} says otherwise; 0 for {@code PING_CHECK}
 * @param bindAddress source address; null: the kernel chooses
 * @param bindPort source port; 0: the kernel chooses
 * @param bindInterface device to leave by ({@code SO_BINDTODEVICE}); null: the route decides
 * @param fwmark mark of the probe's packets ({@code SO_MARK}), unsigned; 0: none
 * @param connectTimeout until an unanswered probe has failed
 * @param retries further failures in a row, after the first, until an up real server is down
 * @param delayBeforeRetry between those
 * @param warmup the first probe starts at a random time within this
 * @param delayLoop between probes
 * @param alpha starts as failed until it succeeds
 * @param logAllFailures log each failed probe, not only a change of state
 * @param patience how slowly it comes up again
 */
public record CheckOptions(
        InetAddress connectAddress,
        int connectPort,
        @Nullable InetAddress bindAddress,
        int bindPort,
        @Nullable String bindInterface,
        long fwmark,
        Duration connectTimeout,
        int retries,
        Duration delayBeforeRetry,
        Duration warmup,
        Duration delayLoop,
        boolean alpha,
        boolean logAllFailures,
        Patience patience) {}
