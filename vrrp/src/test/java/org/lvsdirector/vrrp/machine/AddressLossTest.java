package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.RouterOptions;
import org.lvsdirector.vrrp.settings.RouterSettings;

/**
 * Someone else removes a virtual address: it is put back; or as seen of keepalived 2.2.7, if that is wanted: resign, and stand again after
 * the skew time.
 */
class AddressLossTest {
    static final RouterOptions AS_KEEPALIVED = new RouterOptions(0, 0, false);

    private final Bench bench = Bench.started(
            RouterSettings.of(List.of(Given.priority(150).settings())).withOptions(AS_KEEPALIVED));

    private List<String> lose(String interfaceName, String address) {
        return lose(bench, interfaceName, address);
    }

    private static List<String> lose(Bench bench, String interfaceName, String address) {
        return bench.feed(new RouterEvent.AddressRemoved(interfaceName, Bench.address(address)));
    }

    @Test
    void aMasterPutsItBackAndTellsTheNeighbours() {
        Bench usual = Bench.started(Given.priority(150).settings());
        usual.until(4);
        usual.logged();

        assertEquals(List.of("VI_1 add 10.0.0.100", "VI_1 announce 10.0.0.100 x1"), lose(usual, "eth0", "10.0.0.100"));
        assertEquals(
                List.of(
                        "Netlink reflector reports IP 10.0.0.100 removed from eth0",
                        "(VI_1) putting back 10.0.0.100, which somebody else removed"),
                usual.logged());
        assertEquals(VrrpState.MASTER, usual.state("VI_1"));
        assertEquals(List.of(), lose(usual, "eth1", "10.0.0.100"));
    }

    @Test
    void aBackupPutsNothingBack() {
        Bench usual = Bench.started(Given.priority(150).settings());

        assertEquals(List.of(), lose(usual, "eth0", "10.0.0.100"));
    }

    @Test
    void aMasterStartsOverAndIsBackAfterTheSkewTime() {
        bench.until(4);
        bench.logged();

        assertEquals(
                List.of("VI_1 advert 0", "VI_1 hush", "VI_1 remove 10.0.0.100", "notify INSTANCE VI_1 BACKUP 150"),
                lose("eth0", "10.0.0.100"));
        assertTrue(bench.logged().contains("Netlink reflector reports IP 10.0.0.100 removed from eth0"));
        assertEquals(106 / 256.0, bench.remaining(), 1e-6);
        assertEquals("4.414 VI_1 advert 150", bench.until(5).get(0));
    }

    @Test
    void anotherMasterThatWasQuickerIsFollowed() {
        bench.until(4);
        lose("eth0", "10.0.0.100");
        bench.until(4.2);
        bench.hear("VI_1", 200, Bench.HIGHER);

        assertEquals(List.of(), bench.until(7));
    }

    @Test
    void whatABackupDoesNotHoldItCannotLose() {
        assertEquals(List.of(), lose("eth0", "10.0.0.100"));
    }

    @Test
    void otherAddressesAndOtherInterfacesAreNotOurs() {
        bench.until(4);

        assertEquals(List.of(), lose("eth0", "10.0.0.101"));
        assertEquals(List.of(), lose("eth1", "10.0.0.100"));
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
    }
}
