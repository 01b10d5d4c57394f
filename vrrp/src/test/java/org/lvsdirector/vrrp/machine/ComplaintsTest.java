package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lvsdirector.vrrp.packet.Advertisement;
import org.lvsdirector.vrrp.packet.Rejection;
import org.lvsdirector.vrrp.settings.InstanceSettings;

/** What is wrong with packets is counted each time and logged once. */
class ComplaintsTest {
    private final Bench bench = Bench.started(Given.priority(100).settings());

    @ParameterizedTest
    @EnumSource(Rejection.class)
    void eachKindIsCountedAndLoggedOnce(Rejection reason) {
        bench.logged();
        for (int i = 0; i < 3; i++) {
            assertEquals(List.of(), bench.reject("VI_1", reason, 1, 2));
        }
        assertEquals(1, bench.logged().size());
        assertEquals(Map.of(reason, 3L), bench.status("VI_1").counters().rejected());
        assertEquals(0, bench.status("VI_1").counters().advertsReceived());
    }

    /** keepalived's words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LENGTH | 30 | 40 | vrrp packet too short, length 30 and expect 40",
                "LENGTH | 50 | 40 | vrrp packet too long, length 50 and expect 40",
                "TTL | 64 | 255 | invalid TTL/HL. Received 64 and expect 255",
                "VERSION | 3 | 2 | wrong version. Received 3 and expect 2",
                "AUTH_TYPE_MISMATCH | 1 | 0 | received a 1 auth, expecting 0!",
                "AUTH_FAILURE | 0 | 0 | received an invalid passwd!",
                "INTERVAL | 2 | 1 | advertisement interval mismatch mine=1 sec rcv'd=2 sec",
                "TYPE | 5 | 1 | Invalid packet type. 5 and expect 1",
                "CHECKSUM | 0 | 0 | Invalid VRRPv2 checksum",
            })
    void saysWhatWasWrong(Rejection reason, int received, int expected, String text) {
        bench.logged();
        bench.reject("VI_1", reason, received, expected);

        assertEquals(List.of("(VI_1) " + text), bench.logged());
    }

    @Test
    void aNewStateMayComplainAnew() {
        bench.reject("VI_1", Rejection.AUTH_FAILURE, 0, 0);
        bench.until(4);
        bench.logged();
        bench.reject("VI_1", Rejection.AUTH_FAILURE, 0, 0);

        assertEquals(1, bench.logged().size());
    }

    @Test
    void aRejectedPacketDoesNotResetTheTimer() {
        bench.until(3);
        bench.reject("VI_1", Rejection.CHECKSUM, 0, 0);

        assertEquals("3.609 VI_1 advert 100", bench.until(4).get(0));
    }

    /** As keepalived since 2.3.3: two masters would be worse than one with other addresses. */
    @Test
    void otherAddressesAreCountedAndTheMasterIsStillHeeded() {
        bench.logged();
        bench.until(3);
        other(bench, "10.0.0.1", "10.0.0.2");
        other(bench, "10.0.0.1");

        assertEquals(List.of("(VI_1) expected 1 VIPs but received 2"), bench.logged());
        assertEquals(2, bench.status("VI_1").counters().addressListErrors());
        assertEquals(3.609375, bench.remaining(), 1e-6);
    }

    @Test
    void namesTheAddressThatIsMissing() {
        bench.logged();
        other(bench, "10.0.0.1");

        assertEquals(
                List.of("(VI_1) ip address associated with VRID 51 not present in MASTER advert: 10.0.0.100"),
                bench.logged());
    }

    @Test
    void skipCheckAdvAddrLooksAgainOnlyForAnotherSource() {
        Bench skipping =
                Bench.started(Given.priority(100).flags(true, true, true).settings());
        other(skipping, "10.0.0.1");
        other(skipping, "10.0.0.1");

        assertEquals(1, skipping.status("VI_1").counters().addressListErrors());
    }

    private static void other(Bench bench, String... addresses) {
        InstanceSettings settings = Given.priority(100).settings();
        List<InetAddress> listed = Stream.of(addresses).map(Bench::address).toList();
        Advertisement own = settings.toAdvertisement();
        Advertisement other = new Advertisement(own.version(), own.vrid(), 200, 100, own.authentication(), listed);
        bench.hear("VI_1", other, 200, 100, Bench.HIGHER, false);
    }
}
