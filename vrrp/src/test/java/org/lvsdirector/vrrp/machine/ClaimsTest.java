package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Another host that has an address of a MASTER: told once, shown, and nothing else; when it is gone the neighbours learn of us again. */
class ClaimsTest {
    private static final String THEIRS = "02:00:00:00:00:09";
    private static final String CLAIM = "ADDRESS 10.0.0.100 " + THEIRS;
    private final Bench bench = Bench.started(Given.priority(255).settings());

    private List<String> answer(String interfaceName, String address) {
        return bench.feed(new RouterEvent.AddressAnswered(interfaceName, Bench.address(address), THEIRS));
    }

    @Test
    void aClaimIsToldOnceAndChangesNothing() {
        bench.logged();
        assertEquals(List.of("VI_1 conflict begins " + CLAIM), answer("eth0", "10.0.0.100"));
        assertEquals(List.of(), answer("eth0", "10.0.0.100"));

        assertEquals(
                List.of("(VI_1) another host has our address: 10.0.0.100 at " + THEIRS
                        + " answers for it; clients may be going there"),
                bench.logged());
        assertEquals(List.of("10.0.0.100 at " + THEIRS), bench.status("VI_1").claims());
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
    }

    @Test
    void otherAddressesAndInterfacesAreNoMatterOfOurs() {
        answer("eth0", "10.0.0.101");
        answer("eth1", "10.0.0.100");

        assertEquals(List.of(), bench.status("VI_1").claims());
    }

    @Test
    void whenItIsSilentTheNeighboursLearnOfUsAgain() {
        answer("eth0", "10.0.0.100");
        bench.logged();
        bench.pass(20);
        answer("eth0", "10.0.0.100");
        bench.pass(24);
        assertEquals(1, bench.status("VI_1").claims().size());
        List<String> done = bench.pass(3);

        assertEquals(List.of(), bench.status("VI_1").claims());
        assertTrue(done.stream().anyMatch(each -> each.contains("announce")), done.toString());
        assertTrue(done.stream().anyMatch(each -> each.endsWith("conflict ends " + CLAIM)), done.toString());
        assertTrue(bench.logged()
                .contains("(VI_1) our address is ours alone again: 10.0.0.100 at " + THEIRS + " is silent"));
    }

    @Test
    void aBackupHasNothingToClaim() {
        Bench other = Bench.started(Given.priority(100).settings());
        other.feed(new RouterEvent.AddressAnswered("eth0", Bench.address("10.0.0.100"), THEIRS));
        assertEquals(List.of(), other.status("VI_1").claims());
    }

    @Test
    void aMasterThatYieldsForgetsClaims() {
        Bench other = Bench.started(Given.priority(100).settings());
        other.pass(4);
        other.feed(new RouterEvent.AddressAnswered("eth0", Bench.address("10.0.0.100"), THEIRS));
        assertEquals(1, other.status("VI_1").claims().size());
        assertTrue(other.hear("VI_1", 200, Bench.HIGHER).contains("VI_1 conflict ends " + CLAIM));
        assertEquals(VrrpState.BACKUP, other.state("VI_1"));
        assertEquals(List.of(), other.status("VI_1").claims());
    }
}
