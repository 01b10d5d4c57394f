package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.TrackingConfig;
import org.lvsdirector.config.syntax.Problems;

/** The checkers of a real server. */
final class CheckerReader {
    private final Blocks blocks;
    private final CheckOptionsReader options;
    private final HttpCheckReader http;
    private final UdpCheckReader udp;
    private final DnsCheckReader dns;
    private final MiscCheckReader misc;
    private final SmtpCheckReader smtp;
    private final ToldCheckReader told;

    CheckerReader(
            Blocks blocks, CommandReader commands, TrackingConfig tracking, CheckGlobals globals, Problems problems) {
        this.blocks = blocks;
        this.options = new CheckOptionsReader(globals.logAllFailures(), problems);
        this.http = new HttpCheckReader(blocks, options, globals.tls(), problems);
        this.udp = new UdpCheckReader(options, problems);
        this.misc = new MiscCheckReader(options, commands, problems);
        this.told = new ToldCheckReader(tracking, problems);
        this.dns = new DnsCheckReader(options, problems);
        this.smtp = new SmtpCheckReader(blocks, options, problems);
    }

    /**
     * What a checker takes from its real server.
     *
     * @param port 0 where neither real nor virtual server has one
     * @param virtualHost whom to ask a web server for; null: nobody says
     */
    record Subject(
            InetAddress address,
            int port,
            CheckTimes times,
            boolean alpha,
            @Nullable String virtualHost) {}

    /** All of them, in the order of the file. */
    List<CheckerConfig> read(Block realServer, Subject subject) {
        List<CheckerConfig> checkers = new ArrayList<>();
        for (Entry entry : realServer.entries()) {
            if (entry.keyword().word().equals("SMTP_CHECK")) {
                checkers.addAll(smtp.read(blocks.of(entry), subject));
                continue;
            }
            CheckerConfig checker = checker(entry, subject);
            if (checker != null) {
                checkers.add(checker);
            }
        }
        return checkers;
    }

    /** Null for what is no checker, and for one that cannot be read, which is reported. */
    private @Nullable CheckerConfig checker(Entry entry, Subject subject) {
        return switch (entry.keyword().word()) {
            case "TCP_CHECK" -> tcp(blocks.of(entry), subject);
            case "MISC_CHECK" -> misc.read(blocks.of(entry), subject);
            case "FILE_CHECK" -> told.file(blocks.of(entry), subject);
            case "BFD_CHECK" -> told.bfd(blocks.of(entry), subject);
            case "UDP_CHECK" -> udp.read(blocks.of(entry), subject);
            case "DNS_CHECK" -> dns.read(blocks.of(entry), subject);
            case "PING_CHECK" -> ping(blocks.of(entry), subject);
            case "HTTP_GET" -> http.read(blocks.of(entry), subject, false);
            case "SSL_GET" -> http.read(blocks.of(entry), subject, true);
            default -> null;
        };
    }

    private CheckerConfig tcp(Block block, Subject subject) {
        return new CheckerConfig.Tcp(
                options.read(block, subject, CheckOptionsReader.USUAL), block.bool("vip_check", false), block.place());
    }

    private CheckerConfig ping(Block block, Subject subject) {
        return new CheckerConfig.Ping(options.withoutPort(block, subject, CheckOptionsReader.USUAL), block.place());
    }
}
