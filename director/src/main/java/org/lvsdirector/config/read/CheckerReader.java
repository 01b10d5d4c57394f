package org.lvsdirector.config.read;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.CheckOptions;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.AddressFamily;

/** The checkers of a real server. */
final class CheckerReader {
    private final Blocks blocks;
    private final boolean logAllFailures;
    private final Problems problems;

    CheckerReader(Blocks blocks, boolean logAllFailures, Problems problems) {
        this.blocks = blocks;
        this.logAllFailures = logAllFailures;
        this.problems = problems;
    }

    /**
     * What a checker takes from its real server.
     *
     * @param port 0 where neither real nor virtual server has one
     */
    record Subject(InetAddress address, int port, CheckTimes times, boolean alpha) {}

    List<CheckerConfig> read(Block realServer, Subject subject) {
        List<CheckerConfig> checkers = new ArrayList<>();
        for (Entry opener : realServer.all("TCP_CHECK")) {
            Block block = blocks.of(opener);
            checkers.add(new CheckerConfig.Tcp(options(block, subject), opener.place()));
        }
        return checkers;
    }

    private CheckOptions options(Block block, Subject subject) {
        CheckTimes times = subject.times().within(block);
        InetAddress given = block.address("connect_ip");
        InetAddress target = given == null ? subject.address() : given;
        InetAddress bind = block.address("bindto");
        String bindInterface = block.name("bind_if");
        families(block, target, bind);
        linkLocal(block, target, bind, bindInterface);
        return new CheckOptions(
                target,
                port(block, subject),
                bind,
                (int) block.number("bind_port", 0),
                bindInterface,
                block.number("fwmark"),
                times.connectTimeout(),
                times.retries(),
                times.delayBeforeRetry(),
                times.warmupOrDelayLoop(),
                times.delayLoop(),
                block.bool("alpha", subject.alpha()),
                block.bool("log_all_failures", logAllFailures));
    }

    private int port(Block block, Subject subject) {
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
