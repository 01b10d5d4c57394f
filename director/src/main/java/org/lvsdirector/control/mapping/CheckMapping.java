package org.lvsdirector.control.mapping;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.BfdProbe;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.DataPath;
import org.lvsdirector.check.DnsProbe;
import org.lvsdirector.check.FileProbe;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.MiscProbe;
import org.lvsdirector.check.PingProbe;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.SmtpProbe;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.UdpProbe;
import org.lvsdirector.config.CheckOptions;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.RealServerConfig;

/** A configured check as the checkers process runs it. */
final class CheckMapping {
    private CheckMapping() {}

    static CheckSpec check(CheckId id, CheckerConfig checker, RealServerConfig server, @Nullable DataPath path) {
        CheckOptions options = checker.options();
        CheckTiming timing = new CheckTiming(
                options.delayLoop().toNanos(),
                options.retries(),
                options.delayBeforeRetry().toNanos(),
                options.warmup().toNanos(),
                options.patience());
        return new CheckSpec(
                id, probe(checker, server), timing, options.alpha() || server.alpha(), options.logAllFailures(), path);
    }

    private static Probe probe(CheckerConfig checker, RealServerConfig server) {
        if (checker instanceof CheckerConfig.Misc misc) {
            Integer weight = misc.dynamic() ? server.weight() : null;
            return new MiscProbe(misc.command().program(), misc.timeout().toNanos(), weight);
        }
        if (checker instanceof CheckerConfig.File file) {
            return new FileProbe(file.file(), file.weight(), file.reverse());
        }
        if (checker instanceof CheckerConfig.Bfd bfd) {
            return new BfdProbe(bfd.session());
        }
        ConnectOptions connect = connect(checker.options());
        if (checker instanceof CheckerConfig.Http http) {
            return new HttpProbe(connect, http.encryption(), http.version(), http.urls(), http.fastRecovery());
        }
        if (checker instanceof CheckerConfig.Smtp smtp) {
            return new SmtpProbe(connect, smtp.helloName());
        }
        if (checker instanceof CheckerConfig.Udp udp) {
            return new UdpProbe(connect, udp.payload(), udp.reply());
        }
        if (checker instanceof CheckerConfig.Dns dns) {
            return new DnsProbe(connect, dns.type(), dns.name());
        }
        if (checker instanceof CheckerConfig.Ping) {
            return new PingProbe(connect);
        }
        // keepalived closes with a reset, and what operators' servers log should not change under them.
        return new TcpProbe(connect, TcpProbe.Closing.RESET);
    }

    private static ConnectOptions connect(CheckOptions options) {
        return new ConnectOptions(
                options.connectAddress(),
                options.connectPort(),
                options.bindAddress(),
                options.bindPort(),
                options.bindInterface(),
                options.fwmark(),
                options.connectTimeout().toNanos());
    }
}
