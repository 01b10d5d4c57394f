package org.lvsdirector.config.read;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.CheckOptions;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.AddressFamily;

/** The words that checkers share. */
final class CheckOptionsReader {
    /** What nobody says, for most kinds. */
    static final Defaults USUAL = new Defaults(1, Duration.ofSeconds(1));

    private final boolean logAllFailures;
    private final Problems problems;

    CheckOptionsReader(boolean logAllFailures, Problems problems) {
        this.logAllFailures = logAllFailures;
        this.problems = problems;
    }

    /**
     * What a kind of check takes where nobody says how often and after how long to try again.
     *
     * @param delayBeforeRetry null: the delay loop
     */
    record Defaults(int retries, @Nullable Duration delayBeforeRetry) {}

    CheckOptions read(Block block, CheckerReader.Subject subject, Defaults defaults) {
        return read(block, subject, defaults, port(block, subject));
    }

    /** The same for a protocol without ports. */
    CheckOptions withoutPort(Block block, CheckerReader.Subject subject, Defaults defaults) {
        return read(block, subject, defaults, 0);
    }

    /** Only when to check, for a kind that connects to nothing. */
    CheckOptions schedule(Block block, CheckerReader.Subject subject, Defaults defaults) {
        CheckTimes times = subject.times().within(block);
        Duration delay = defaults.delayBeforeRetry();
        return new CheckOptions(
                subject.address(),
                subject.port(),
                null,
                0,
                null,
                0,
                times.connectTimeout(),
                times.retriesOr(defaults.retries()),
                times.delayBeforeRetryOr(delay == null ? times.delayLoop() : delay),
                times.warmupOrDelayLoop(),
                times.delayLoop(),
                block.bool("alpha", subject.alpha()),
                block.bool("log_all_failures", logAllFailures),
                times.patience().patience());
    }

    private CheckOptions read(Block block, CheckerReader.Subject subject, Defaults defaults, int port) {
        Duration delay = defaults.delayBeforeRetry();
        CheckTimes times = subject.times().within(block);
        InetAddress given = block.address("connect_ip");
        InetAddress target = given == null ? subject.address() : given;
        InetAddress bind = block.address("bindto");
        String bindInterface = block.name("bind_if");
        families(block, target, bind);
        linkLocal(block, target, bind, bindInterface);
        return new CheckOptions(
                target,
                port,
                bind,
                (int) block.number("bind_port", 0),
                bindInterface,
                block.number("fwmark"),
                times.connectTimeout(),
                times.retriesOr(defaults.retries()),
                times.delayBeforeRetryOr(delay == null ? times.delayLoop() : delay),
                times.warmupOrDelayLoop(),
                times.delayLoop(),
                block.bool("alpha", subject.alpha()),
                block.bool("log_all_failures", logAllFailures),
                times.patience().patience());
    }

    private int port(Block block, CheckerReader.Subject subject) {
        int port = (int) block.number("connect_port", subject.port());
        if (port == 0) {
            problems.error(
                    block.place(),
                    "this check has no port to connect to: neither it nor its real server names one",
                    "add a line: connect_port NUMBER");
        }
        return port;
    }

    private void families(Block block, InetAddress target, @Nullable InetAddress bind) {
        if (bind != null && AddressFamily.of(bind) != AddressFamily.of(target)) {
            problems.error(
                    block.placeOf("bindto"),
                    "bindto " + bind.getHostAddress() + " is of another family than " + target.getHostAddress(),
                    "write an address of the family that is connected to");
        }
    }

    private void linkLocal(
            Block block, InetAddress target, @Nullable InetAddress bind, @Nullable String bindInterface) {
        boolean needed = isLinkLocal(target) || (bind != null && isLinkLocal(bind));
        if (needed && bindInterface == null) {
            problems.error(
                    block.place(),
                    "a link-local address says nothing without an interface",
                    "add a line: bind_if INTERFACE");
        }
    }

    private static boolean isLinkLocal(InetAddress address) {
        return address instanceof Inet6Address && address.isLinkLocalAddress();
    }
}
