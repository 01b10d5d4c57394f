package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.BfdConfig;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.TrackedItem;
import org.lvsdirector.config.syntax.SourcePlace;

/** BFD sessions, and the checks that follow what somebody else watches. */
class BfdReaderTest {
    private static BfdConfig session(String lines) {
        return Reading.accepted("bfd_instance s {\nneighbor_ip 10.0.0.2\n" + lines + "\n}\n")
                .tracking()
                .sessions()
                .get(0);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void defaultsAreKeepaliveds() {
        Duration ten = Duration.ofMillis(10);
        assertEquals(
                new BfdConfig(
                        "s",
                        address("10.0.0.2"),
                        null,
                        ten,
                        ten,
                        Duration.ofSeconds(1),
                        5,
                        false,
                        255,
                        0,
                        false,
                        0,
                        false,
                        true,
                        true,
                        new SourcePlace("x.conf", 1, 1)),
                session(""));
    }

    @Test
    void everyWord() {
        BfdConfig session = session("source_ip 10.0.0.1\nmin_rx 50.5\nmin_tx 100\nidle_tx 2000\nmultiplier 3\npassive\n"
                + "ttl 10\nmax_hops -1\nmultihop\nweight -20 reverse\nvrrp\nchecker");
        assertEquals(address("10.0.0.1"), session.source());
        assertEquals(Duration.ofNanos(50_500_000), session.minRx());
        assertEquals(Duration.ofMillis(100), session.minTx());
        assertEquals(Duration.ofSeconds(2), session.idleTx());
        assertEquals(
                List.of(3, 10, -1, -20),
                List.of(session.multiplier(), session.ttl(), session.maxHops(), session.weight()));
        assertEquals(List.of(true, true, true), List.of(session.passive(), session.multihop(), session.reverse()));
    }

    @Test
    void overIpv6ThereAreFewerHops() {
        assertEquals(
                64,
                Reading.accepted("bfd_instance s {\nneighbour_ip fe80::2\n}\n")
                        .tracking()
                        .sessions()
                        .get(0)
                        .ttl());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bfd_instance s { }                                       | 1:1 error: bfd_instance 's' has no neighbour
            bfd_instance s {\\nneighbor_ip 10.0.0.2\\nsource_ip ::1\\n} | 3:1 error: source_ip and neighbor_ip are of different families
            bfd_instance s {\\nneighbor_ip 10.0.0.2\\nttl 5\\nmax_hops 6\\n} | 4:1 warning: max_hops 6 is more than the ttl
            bfd_instance s {\\nneighbor_ip x\\n}                       | 2:13 error: neighbor_ip 'x' is no IPv4 or IPv6 address
            """)
    void mistakes(String text, String problem) {
        assertEquals(List.of(problem), Reading.problems(text.replace("\\n", "\n") + "\n"));
    }

    private static final String SERVER = """
            virtual_server 10.0.0.100 80 {
            lb_algo rr
            lb_kind NAT
            protocol TCP
            real_server 10.0.0.11 80 {
            %s
            }
            }
            """;

    @Test
    void checksTakeWhatTheyFollow() {
        Configuration configuration = Reading.accepted("track_file f {\nfile /f\nweight 3\n}\n"
                + "bfd_instance s {\nneighbor_ip 10.0.0.2\n}\n"
                + SERVER.formatted("FILE_CHECK {\ntrack_file f\nweight 2 reverse\n}\nBFD_CHECK {\nname s\nalpha\n}"));
        List<CheckerConfig> checks =
                configuration.virtualServers().get(0).realServers().get(0).checkers();
        CheckerConfig.File file = assertInstanceOf(CheckerConfig.File.class, checks.get(0));
        assertEquals(List.of("f", 2, true), List.of(file.file(), file.weight(), file.reverse()));
        CheckerConfig.Bfd bfd = assertInstanceOf(CheckerConfig.Bfd.class, checks.get(1));
        assertEquals("s", bfd.session());
        assertEquals(true, bfd.options().alpha());
    }

    @Test
    void aFileCheckTakesTheFilesWeight() {
        CheckerConfig.File file = (CheckerConfig.File) Reading.firstChecker(
                "track_file f {\nfile /f\nweight 3 reverse\n}\n" + SERVER.formatted("FILE_CHECK {\ntrack_file f\n}"));
        assertEquals(List.of(3, true), List.of(file.weight(), file.reverse()));
    }

    /** {@code vrrp} alone keeps a session from checks. */
    @Test
    void aSessionMayBeForOneSideAlone() {
        assertEquals(
                List.of("11:1 error: no bfd_instance is called 's'"),
                Reading.problems("bfd_instance s {\nneighbor_ip 10.0.0.2\nvrrp\n}\n"
                        + SERVER.formatted("BFD_CHECK {\nname s\n}")));
    }

    @Test
    void trackersMayNameSessions() {
        List<TrackedItem> items = Reading.accepted("bfd_instance s {\nneighbor_ip 10.0.0.2\nweight 5\n}\n"
                        + Reading.instanceText("track_bfd {\ns\n}"))
                .instances()
                .get(0)
                .items();
        assertEquals(TrackedItem.Kind.BFD, items.get(0).kind());
        assertEquals(5, items.get(0).weight());
    }
}
