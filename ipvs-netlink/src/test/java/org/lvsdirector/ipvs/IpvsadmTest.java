package org.lvsdirector.ipvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lvsdirector.testing.Commands;

/** The real ipvsadm reads what we wrote, and we read what ipvsadm wrote. */
@Tag("lab")
class IpvsadmTest {
    /**
     * A table in ipvsadm's words, one line of {@code ipvsadm -Sn} each. Every scheduler, flag and protocol, both families, every
     * forwarding method and tunnel.
     */
    private static final List<String> SAVED = List.of(
            "-A -t 10.0.0.1:80 -s rr",
            "-a -t 10.0.0.1:80 -r 10.1.0.1:80 -g -w 1",
            "-a -t 10.0.0.1:80 -r 10.1.0.1:81 -m -w 0",
            "-a -t 10.0.0.1:80 -r 10.1.0.2:80 -i -w 65535 --tun-type ipip",
            "-a -t 10.0.0.1:80 -r 10.1.0.3:80 -i -w 2 --tun-type gue --tun-port 6080 --tun-nocsum",
            "-a -t 10.0.0.1:80 -r 10.1.0.4:80 -i -w 2 --tun-type gue --tun-port 6080 --tun-csum",
            "-a -t 10.0.0.1:80 -r 10.1.0.5:80 -i -w 2 --tun-type gue --tun-port 65535 --tun-remcsum",
            "-a -t 10.0.0.1:80 -r 10.1.0.6:80 -i -w 2 --tun-type gre --tun-nocsum",
            "-a -t 10.0.0.1:80 -r 10.1.0.7:80 -i -w 2 --tun-type gre --tun-csum",
            "-a -t 10.0.0.1:80 -r [2001:db8:1::1]:80 -i -w 1 --tun-type ipip",
            "-A -t [2001:db8::1]:443 -s wrr -p 50 -M 64",
            "-a -t [2001:db8::1]:443 -r [2001:db8:1::1]:8443 -m -w 7",
            "-A -t 10.0.0.2:0 -s wlc -p 360",
            "-A -t 10.0.0.2:21 -s lc -p 7200 -M 255.255.255.0",
            "-A -u 10.0.0.1:53 -s wlc -o",
            "-A -u [2001:db8::1]:53 -s lblc",
            "-A -u 10.0.0.1:5060 -s rr -p 60 --pe sip -o",
            "-A --sctp-service 10.0.0.1:9899 -s lblcr",
            "-A -f 300 -s sed -p 360",
            "-a -f 300 -r 10.1.0.1:0 -g -w 1",
            "-A -f 300 -6 -s nq",
            "-a -f 300 -6 -r [2001:db8:1::2]:0 -g -w 3",
            "-A -f 2147483647 -s fo",
            "-A -t 10.0.0.3:1 -s sh -b sh-fallback,sh-port",
            "-A -t 10.0.0.3:2 -s mh -b mh-port",
            "-A -t 10.0.0.3:3 -s rr -b flag-1,flag-2,flag-3",
            "-A -t 10.0.0.3:4 -s dh",
            "-A -t 10.0.0.3:5 -s ovf");

    @Test
    void weReadWhatIpvsadmWroteAndWriteItBackTheSame() {
        FreshNamespace.call(() -> {
            Commands.run(List.of("ipvsadm", "-R"), String.join("\n", SAVED) + "\n")
                    .orFail();
            Set<String> original = saved();
            assertEquals(withoutForm(SAVED), withoutForm(original), "ipvsadm keeps all of it");
            try (Ipvs ipvs = KernelIpvs.open()) {
                List<ServiceEntry> services = ipvs.services();
                List<IpvsChange> changes = services.stream()
                        .flatMap(service -> rebuild(ipvs, service))
                        .toList();
                ipvs.flush();
                assertEquals(Set.of(), saved());
                for (ChangeResult result : ipvs.apply(changes)) {
                    assertNull(result.failure());
                }
            }
            assertEquals(original, saved());
            return true;
        });
    }

    private static Stream<IpvsChange> rebuild(Ipvs ipvs, ServiceEntry service) {
        ServiceKey key = service.service().key();
        return Stream.concat(
                Stream.of(new IpvsChange.AddService(service.service())),
                ipvs.realServers(key).stream().map(entry -> new IpvsChange.AddServer(key, entry.server())));
    }

    @Test
    void weReadIpvsadmsValuesOneByOne() {
        FreshNamespace.call(() -> {
            Commands.run(List.of("ipvsadm", "-R"), String.join("\n", SAVED) + "\n")
                    .orFail();
            Commands.run(
                            "ipvsadm",
                            "-e",
                            "-t",
                            "10.0.0.1:80",
                            "-r",
                            "10.1.0.1:80",
                            "-w",
                            "1",
                            "-x",
                            "2147483647",
                            "-y",
                            "9")
                    .orFail();
            // Two values that ipvsadm takes but does not save as it took them.
            Commands.run("ipvsadm", "-A", "-t", "10.0.0.4:1", "-s", "mh", "-b", "mh-fallback,flag-3")
                    .orFail();
            Commands.run("ipvsadm", "-A", "-f", "4294967295", "-s", "rr").orFail();
            Commands.run("ipvsadm", "--set", "1", "2", "3").orFail();
            try (Ipvs ipvs = KernelIpvs.open()) {
                assertEquals(
                        new VirtualService(
                                Tables.tcp("2001:db8::1", 443), "wrr", Set.of(), new Persistence(50, 64, null)),
                        ipvs.service(Tables.tcp("2001:db8::1", 443))
                                .orElseThrow()
                                .service());
                assertEquals(
                        new VirtualService(
                                Tables.tcp("10.0.0.4", 1),
                                "mh",
                                Set.of(ServiceFlag.SCHEDULER_1, ServiceFlag.SCHEDULER_3),
                                null),
                        ipvs.service(Tables.tcp("10.0.0.4", 1)).orElseThrow().service());
                ServiceKey largestMark = new ServiceKey.ByFwmark(0xFFFF_FFFFL, AddressFamily.IPV4);
                assertTrue(ipvs.service(largestMark).isPresent());
                List<RealServer> servers = ipvs.realServers(Tables.WEB).stream()
                        .map(RealServerEntry::server)
                        .toList();
                assertEquals(
                        new RealServer(
                                Tables.serverKey("10.1.0.1", 80),
                                ForwardingMethod.DIRECT_ROUTE,
                                1,
                                Integer.MAX_VALUE,
                                9,
                                Tunnel.IPIP),
                        find(servers, Tables.serverKey("10.1.0.1", 80)));
                assertEquals(
                        new Tunnel(Tunnel.Type.GUE, 65535, Tunnel.Checksum.REMOTE),
                        find(servers, Tables.serverKey("10.1.0.5", 80)).tunnel());
                assertEquals(new IpvsTimeouts(1, 2, 3), ipvs.timeouts());
            }
            return true;
        });
    }

    @Test
    void ipvsadmReadsThresholdsTimeoutsAndDaemonsThatWeSet() {
        FreshNamespace.call(() -> {
            try (Ipvs ipvs = KernelIpvs.open()) {
                RealServer limited = new RealServer(
                        Tables.serverKey("10.1.0.1", 80), ForwardingMethod.DIRECT_ROUTE, 1, 100, 20, Tunnel.IPIP);
                ipvs.apply(List.of(
                        new IpvsChange.AddService(Tables.service(Tables.WEB, "rr")),
                        new IpvsChange.AddServer(Tables.WEB, limited)));
                ipvs.setTimeouts(new IpvsTimeouts(10, 20, 30));
                ipvs.startDaemon(new SyncDaemon(
                        SyncDaemon.Role.MASTER,
                        FreshNamespace.INTERFACE,
                        17,
                        1400,
                        IpAddresses.parse("239.1.2.3"),
                        1234,
                        5));
                assertEquals(
                        "  -> 10.1.0.1:80                  100        20         0          0",
                        line("10.1.0.1:80", "ipvsadm", "-Ln", "--thresholds"));
                assertEquals(
                        "Timeout (tcp tcpfin udp): 10 20 30",
                        Commands.run("ipvsadm", "-L", "--timeout")
                                .orFail()
                                .output()
                                .strip());
                assertEquals(
                        "master sync daemon (mcast=sync0, syncid=17, maxlen=1400, group=239.1.2.3, port=1234, ttl=5)",
                        Commands.run("ipvsadm", "-L", "--daemon")
                                .orFail()
                                .output()
                                .strip());
                Commands.run("ipvsadm", "--stop-daemon", "master").orFail();
                assertEquals(List.of(), ipvs.daemons());
            }
            return true;
        });
    }

    private static RealServer find(List<RealServer> servers, RealServerKey key) {
        return servers.stream()
                .filter(server -> server.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String line(String containing, String... command) {
        return Commands.run(command)
                .orFail()
                .output()
                .lines()
                .filter(line -> line.contains(containing))
                .findFirst()
                .orElseThrow()
                .stripTrailing();
    }

    private static Set<String> saved() {
        return Commands.run("ipvsadm", "-Sn").orFail().output().lines().collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words of each line in order of the alphabet: ipvsadm prints options in another order than it takes them. */
    private static Set<String> withoutForm(Iterable<String> lines) {
        Set<String> result = new TreeSet<>();
        for (String line : lines) {
            result.add(Arrays.stream(line.split(" ", -1))
                    .filter(word -> !word.isEmpty())
                    .sorted()
                    .collect(Collectors.joining(" ")));
        }
        return result;
    }
}
