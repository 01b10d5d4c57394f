package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.Forwarding;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.ipvs.RealServerKey;

/** The {@code real_server} blocks of a virtual server. */
final class RealServerReader {
    private final Blocks blocks;
    private final CommandReader commands;
    private final ForwardingReader forwarding;
    private final CheckerReader checkers;
    private final boolean alerts;
    private final Problems problems;
    /** By spelling: the same machines stand in service after service. */
    private final Map<String, InetAddress> addresses = new HashMap<>();

    RealServerReader(
            Blocks blocks,
            CommandReader commands,
            ForwardingReader forwarding,
            CheckerReader checkers,
            boolean alerts,
            Problems problems) {
        this.blocks = blocks;
        this.commands = commands;
        this.forwarding = forwarding;
        this.checkers = checkers;
        this.alerts = alerts;
        this.problems = problems;
    }

    /**
     * What real servers take from their virtual server.
     *
     * @param checkPort where checks connect to if the real server has no port; 0: nowhere
     * @param virtualHost whom checks ask a web server for; null: nobody says
     */
    record Defaults(
            int weight,
            Forwarding forwarding,
            boolean inhibit,
            boolean alpha,
            CheckTimes times,
            int checkPort,
            @Nullable String virtualHost) {}

    List<RealServerConfig> read(Block virtualServer, Defaults defaults) {
        List<RealServerConfig> servers = new ArrayList<>();
        Map<RealServerKey, SourcePlace> known = new HashMap<>();
        for (Entry opener : virtualServer.all("real_server")) {
            InetAddress address = address(opener);
            if (address == null) {
                blocks.of(opener);
                continue;
            }
            int port = Ports.read(opener, 1, 1, 0, problems);
            RealServerConfig server = server(blocks.of(opener), address, port, defaults);
            SourcePlace first = known.putIfAbsent(new RealServerKey(address, port), opener.place());
            if (first == null) {
                servers.add(server);
                continue;
            }
            problems.warning(
                    opener.place(),
                    "real_server " + address.getHostAddress() + " " + port + " is in this pool already at " + first
                            + ": this one is left out",
                    "remove one of the two");
        }
        return servers;
    }

    private @Nullable InetAddress address(Entry opener) {
        String text = opener.argument(0);
        InetAddress address = text == null ? null : addresses.computeIfAbsent(text, Addresses::parse);
        if (address == null) {
            problems.error(
                    opener.placeOf(0),
                    text == null ? "this real_server has no address" : "'" + text + "' is no IPv4 or IPv6 address",
                    "write: real_server ADDRESS [PORT] {; names are not looked up");
        }
        return address;
    }

    private RealServerConfig server(Block block, InetAddress address, int port, Defaults defaults) {
        boolean alpha = block.bool("alpha", defaults.alpha());
        Forwarding given = forwarding.read(block, "lvs_method");
        int upper = block.count("uthreshold");
        int lower = block.count("lthreshold");
        if (lower > upper && upper > 0) {
            problems.error(
                    block.placeOf("lthreshold"),
                    "lthreshold " + lower + " is above uthreshold " + upper,
                    "the server would never be used again once it is full");
        }
        CheckerReader.Subject subject = new CheckerReader.Subject(
                address,
                port == 0 ? defaults.checkPort() : port,
                defaults.times().within(block),
                alpha,
                block.has("virtualhost") ? block.text("virtualhost") : defaults.virtualHost());
        List<CheckerConfig> found = checkers.read(block, subject);
        return new RealServerConfig(
                address,
                port,
                (int) block.number("weight", defaults.weight()),
                given == null ? defaults.forwarding() : given,
                upper,
                lower,
                block.bool("inhibit_on_failure", defaults.inhibit()),
                commands.notification(block, "notify_up"),
                commands.notification(block, "notify_down"),
                block.bool("smtp_alert", alerts),
                alpha,
                found,
                block.place());
    }
}
