package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceKey;

/** What is allowed of virtual servers and is a slip all the same, more often than not. */
final class ServiceWarnings {
    private static final int FTP = 21;
    /** Clients of FTP are quiet between two transfers for as long as a person looks at a list. */
    private static final int FTP_PAUSE_SECONDS = 300;

    private final Problems problems;
    private final List<AddressConfig> held = new ArrayList<>();

    /** @param instances whose addresses tell which networks there are */
    ServiceWarnings(List<VrrpInstanceConfig> instances, Problems problems) {
        this.problems = problems;
        for (VrrpInstanceConfig instance : instances) {
            held.addAll(instance.addresses());
            held.addAll(instance.excludedAddresses());
        }
    }

    void check(VirtualServerConfig server) {
        ftp(server);
        for (RealServerConfig member : server.realServers()) {
            member.checkers().forEach(this::timeout);
            if (member.forwarding().method() == ForwardingMethod.DIRECT_ROUTE) {
                subnet(member, server);
            }
        }
    }

    private void timeout(CheckerConfig checker) {
        Duration loop = checker.options().delayLoop();
        Duration timeout = checker instanceof CheckerConfig.Misc misc
                ? misc.timeout()
                : checker.options().connectTimeout();
        if (timeout.compareTo(loop) > 0) {
            problems.warning(
                    checker.place(),
                    "this check may take " + seconds(timeout) + ", but is due every " + seconds(loop),
                    "choose a timeout that is no longer than delay_loop");
        }
    }

    private static String seconds(Duration time) {
        double seconds = time.toNanos() / 1e9;
        return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
    }

    /** With NAT the kernel reads along and knows a data connection; otherwise persistence alone leads it to the same server. */
    private void ftp(VirtualServerConfig server) {
        boolean ftp = server.services().stream()
                .anyMatch(key -> key instanceof ServiceKey.ByAddress address
                        && address.port() == FTP
                        && address.protocol() == Protocol.TCP);
        boolean nat = server.realServers().stream()
                .allMatch(member -> member.forwarding().method() == ForwardingMethod.MASQUERADE);
        if (!ftp || nat) {
            return;
        }
        Persistence persistence = server.persistence();
        if (persistence == null) {
            problems.warning(
                    server.place(),
                    "FTP without persistence: passive data connections do not reach the server of their session",
                    "add a line: persistence_timeout 300");
        } else if (persistence.timeoutSeconds() < FTP_PAUSE_SECONDS) {
            problems.warning(
                    server.place(),
                    "persistence of " + persistence.timeoutSeconds()
                            + " s is short for FTP: a session may pause longer and then lose its server",
                    "choose 300 or more");
        }
    }

    /** Direct routing rewrites the frame alone, so that the server must be a neighbour. */
    private void subnet(RealServerConfig member, VirtualServerConfig server) {
        for (ServiceKey key : server.services()) {
            if (key instanceof ServiceKey.ByAddress service
                    && knowsNetworkOf(service.address())
                    && held.stream().noneMatch(address -> contains(address, member.address()))) {
                problems.warning(
                        member.place(),
                        "direct routing reaches neighbours alone, and "
                                + member.address().getHostAddress() + " is in none of the networks of this file",
                        "use TUN or NAT, unless this host has an interface in that network");
                return;
            }
        }
    }

    private boolean knowsNetworkOf(InetAddress virtual) {
        return held.stream()
                .anyMatch(address -> address.address().equals(virtual)
                        && address.prefixLength() < Byte.SIZE * virtual.getAddress().length);
    }

    private static boolean contains(AddressConfig network, InetAddress address) {
        byte[] ours = network.address().getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < network.prefixLength(); bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
