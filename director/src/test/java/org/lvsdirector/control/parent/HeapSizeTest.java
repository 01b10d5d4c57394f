package org.lvsdirector.control.parent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.ParentConfig;
import org.lvsdirector.control.checkers.CheckersWork;
import org.lvsdirector.control.mail.AlertBook;
import org.lvsdirector.control.mapping.ScriptBook;
import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.message.ProcessTuning;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.control.track.Watches;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.plan.RealServerDefinition;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.plan.Tables;

/** Memory for children. */
class HeapSizeTest {
    private static final long MIB = 1024 * 1024;

    @Test
    void checkersNeedsMoreForMoreServersAndVrrpDoesNot() {
        assertEquals(32 * MIB, HeapSize.of(ChildRole.CHECKERS, work(0)));
        assertEquals(96 * MIB, HeapSize.of(ChildRole.CHECKERS, work(32_768)));
        assertEquals(32 * MIB, HeapSize.of(ChildRole.VRRP, work(32_768)));
    }

    @Test
    void aProcessGoesOverToALittleMoreAndHasToMakeRoomForFarMore() {
        long heap = HeapSize.of(ChildRole.CHECKERS, work(1000));
        assertTrue(HeapSize.suffices(heap, ChildRole.CHECKERS, work(1)));
        assertTrue(HeapSize.suffices(heap, ChildRole.CHECKERS, work(5000)));
        assertFalse(HeapSize.suffices(heap, ChildRole.CHECKERS, work(100_000)));
        assertTrue(HeapSize.suffices(HeapSize.of(ChildRole.VRRP, work(1)), ChildRole.VRRP, work(100_000)));
    }

    private static Work work(int servers) {
        ServiceDefinition service = Tables.service(
                Tables.tcp("192.0.2.1", 80),
                Collections.nCopies(servers, Tables.server("10.0.0.1", 80, ForwardingMethod.MASQUERADE, 1))
                        .toArray(RealServerDefinition[]::new));
        CheckersSettings checkers =
                new CheckersSettings(CheckersWork.of(List.of(service), List.of()), "ledger", null, ProcessTuning.USUAL);
        return new Work(
                1, null, checkers, ScriptBook.EMPTY, AlertBook.NONE, Watches.NONE, ParentConfig.USUAL, List.of());
    }
}
