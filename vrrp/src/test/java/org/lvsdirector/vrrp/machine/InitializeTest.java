package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;

/** RFC 3768 and RFC 9568, section 6.4.1: Initialize; and what keepalived 2.2.7 makes of {@code state}. */
class InitializeTest {

    /** 6.4.1: "If the Priority = 255 ... send an ADVERTISEMENT, broadcast a gratuitous ARP ..., transition to Master." */
    @Test
    void theOwnerIsMasterAtOnce() {
        Bench bench = Bench.of(Given.priority(255).settings());

        assertEquals(
                List.of(
                        "VI_1 hush",
                        "VI_1 remove 10.0.0.100",
                        "VI_1 advert 255",
                        "VI_1 add 10.0.0.100",
                        "VI_1 announce 10.0.0.100 x1",
                        "notify INSTANCE VI_1 MASTER 255"),
                bench.start());
        assertEquals(List.of("1.000 VI_1 advert 255"), bench.until(1));
    }

    /** 6.4.1: "else ... Set the Master_Down_Timer to Master_Down_Interval, transition to Backup." */
    @Test
    void anyOtherIsBackupAndWaitsForTheMasterDownInterval() {
        Bench bench = Bench.of(Given.priority(100).settings());

        assertEquals(List.of("VI_1 hush", "VI_1 remove 10.0.0.100", "notify INSTANCE VI_1 BACKUP 100"), bench.start());
        assertEquals(List.of("(VI_1) removing VIPs.", "(VI_1) Entering BACKUP STATE (init)"), bench.logged());
        assertEquals(List.of(), bench.until(3.609)); // 3 s + 156/256 s
        assertEquals(
                List.of(
                        "3.609 VI_1 advert 100",
                        "3.609 VI_1 add 10.0.0.100",
                        "3.609 VI_1 announce 10.0.0.100 x1",
                        "3.609 notify INSTANCE VI_1 MASTER 100"),
                bench.until(3.61));
        assertEquals(
                List.of("(VI_1) Receive advertisement timeout", "(VI_1) Entering MASTER STATE", "(VI_1) setting VIPs."),
                bench.logged());
    }

    /** As seen of keepalived 2.2.7: 3.61 s from start to the first advertisement at priority 100. */
    @Test
    void configuredMasterWaitsAsLong() {
        Bench bench = Bench.started(Given.priority(100).configuredMaster().settings());

        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
        assertEquals(List.of(), bench.until(3.609));
        assertEquals("3.609 VI_1 advert 100", bench.until(3.61).get(0));
    }

    @Test
    void withoutAStateThePriorityDecides() {
        ElectionSettings owner = ElectionSettings.of(InitialState.UNSET, 255);

        assertEquals(
                VrrpState.MASTER,
                Bench.started(Given.priority(255).electing(owner).settings()).state("VI_1"));
    }

    @Test
    void nothingHappensBeforeTheStart() {
        Bench bench = Bench.of(Given.priority(255).settings());

        assertEquals(List.of(), bench.hear("VI_1", 100, Bench.LOWER));
        assertEquals(List.of(), bench.link("eth0", LinkState.DOWN));
        assertFalse(bench.hasDeadline());
        assertEquals(VrrpState.INIT, bench.state("VI_1"));
    }

    @Test
    void aSecondStartDoesNothing() {
        Bench bench = Bench.started(Given.priority(100).settings());

        assertEquals(List.of(), bench.start());
        assertTrue(bench.hasDeadline());
    }
}
