package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;

/**
 * A BACKUP that misses its master asks who has the addresses before it takes them. At priority 100 the master counts as gone after 3.609
 * seconds, and the question goes out after 2.609.
 */
class AskingAheadTest {
    private static final String THEIRS = "02:00:00:00:00:09";
    private static final String CLAIM = "10.0.0.100 at " + THEIRS;

    private final Bench bench = Bench.asking(Given.priority(100).settings());

    private List<String> answered() {
        return bench.feed(new RouterEvent.AddressAnswered("eth0", Bench.address("10.0.0.100"), THEIRS));
    }

    @Test
    void aMasterThatLivesIsNotAskedAbout() {
        for (int second = 0; second < 10; second++) {
            bench.hear("VI_1", 150, Bench.HIGHER);
            bench.pass(1);
        }
        assertEquals(List.of(), bench.asked());
    }

    @Test
    void whereOneAdvertisementCountsItIsNotEither() {
        ElectionSettings one = new ElectionSettings(InitialState.BACKUP, 100, true, 0, 1, false, false, false);
        Bench hasty = Bench.asking(Given.priority(100).electing(one).settings());
        for (int second = 0; second < 10; second++) {
            hasty.hear("VI_1", 150, Bench.HIGHER);
            hasty.pass(1);
        }
        assertEquals(List.of(), hasty.asked());
        hasty.pass(0.5);
        assertEquals(List.of("ask 10.0.0.100"), hasty.asked());
    }

    @Test
    void theQuestionGoesOutOnceAndNothingWaitsForTheAnswer() {
        bench.hear("VI_1", 150, Bench.HIGHER);
        bench.pass(2.6);
        assertEquals(List.of(), bench.asked());
        bench.pass(0.02);
        assertEquals(List.of("ask 10.0.0.100"), bench.asked());
        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
        bench.pass(0.98);
        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
        bench.pass(0.02);
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
        assertEquals(List.of(), bench.asked());
    }

    @Test
    void anAnswerIsToldBeforeTheAddressIsTakenAndIsStillThereAfter() {
        bench.hear("VI_1", 150, Bench.HIGHER);
        bench.pass(3);
        bench.logged();
        assertEquals(List.of("VI_1 conflict begins ADDRESS 10.0.0.100 " + THEIRS), answered());
        assertTrue(bench.logged().get(0).startsWith("(VI_1) no master is heard, but another host has the address: "));
        assertEquals(List.of(CLAIM), bench.status("VI_1").claims());
        bench.pass(1);
        assertEquals(VrrpState.MASTER, bench.state("VI_1"), "it is taken all the same");
        assertEquals(List.of(CLAIM), bench.status("VI_1").claims());
        assertEquals(List.of(), answered(), "told already");
    }

    @Test
    void whenTheMasterIsHeardAgainItIsOver() {
        bench.hear("VI_1", 150, Bench.HIGHER);
        bench.pass(3);
        answered();
        bench.asked();
        assertEquals(List.of("VI_1 conflict ends ADDRESS 10.0.0.100 " + THEIRS), bench.hear("VI_1", 150, Bench.HIGHER));
        assertEquals(List.of("ask no more 10.0.0.100"), bench.asked());
        assertEquals(List.of(), bench.status("VI_1").claims());
        bench.pass(3);
        assertEquals(List.of("ask 10.0.0.100"), bench.asked(), "and may begin anew");
    }

    /** The master that yields, or has resigned, has the addresses until then: no conflict, and no question. */
    @Test
    void whoIsKnownToHaveThemIsNotAskedFor() {
        bench.hear("VI_1", 90, Bench.LOWER);
        bench.pass(1);
        bench.hear("VI_1", 90, Bench.LOWER);
        bench.pass(2.5);
        assertEquals(List.of(), answered());
        assertEquals(List.of(), bench.asked());
        bench.pass(1);
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));

        Bench follower = Bench.asking(Given.priority(100).settings());
        follower.hear("VI_1", 150, Bench.HIGHER);
        follower.hear("VI_1", 0, Bench.HIGHER);
        follower.pass(1);
        assertEquals(VrrpState.MASTER, follower.state("VI_1"));
        assertEquals(List.of(), follower.asked());
    }

    @Test
    void whoFallsMeanwhileAsksNoMore() {
        bench.pass(3);
        answered();
        bench.asked();
        List<String> done = bench.link("eth0", LinkState.DOWN);
        assertTrue(done.contains("VI_1 conflict ends ADDRESS 10.0.0.100 " + THEIRS), done.toString());
        assertEquals(List.of("ask no more 10.0.0.100"), bench.asked());
    }

    @Test
    void nothingIsAskedWhereTheOperatorWantsNoProbes() {
        InstanceSettings instance = Given.priority(100).settings();
        Bench silent = Bench.started(instance);
        silent.pass(3.5);
        assertEquals(List.of(), silent.asked());
    }
}
