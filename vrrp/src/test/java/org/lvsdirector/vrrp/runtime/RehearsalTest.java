package org.lvsdirector.vrrp.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.settings.RouterSettings;

/** The whole life of a backup in a moment. */
class RehearsalTest extends DriverRig {
    @Test
    void itTakesOverAdvertisesAndResigns() {
        assertTrue(Rehearsal.play(sink -> machine.ports(), RouterSettings.of(List.of(instance(100)))));
        assertTrue(machine.journal.contains("add 192.168.1.100 on eth0"), machine.journal.toString());
        assertFalse(machine.has("eth0", VIP), "it has cleared up");
        int priorityAt = 22;
        byte[] last = sent(machine.transport.sent().size() - 1);
        assertEquals(100, sent(0)[priorityAt], "the first advertisement");
        assertEquals(0, last[priorityAt], "the resignation");
        assertTrue(machine.transport.sent().size() > 3, "advertisements between");
    }

    @Test
    void onAMachineThatCannotServeItEndsAllTheSame() {
        machine.link("eth0", LinkState.DOWN);
        assertFalse(Rehearsal.play(sink -> machine.ports(), RouterSettings.of(List.of(instance(100)))));
    }
}
