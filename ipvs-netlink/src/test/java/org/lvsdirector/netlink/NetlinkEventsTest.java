package org.lvsdirector.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetlinkEventsTest {
    private final ScriptedKernel kernel = ScriptedKernel.acknowledging();
    private final NetlinkEvents events = new NetlinkEvents(kernel);
    private final List<Integer> seen = new ArrayList<>();

    @Test
    void handsOverAllThatHasCome() {
        kernel.arrive(Replies.datagram(event(16), event(17)), event(20));
        assertTrue(drain());
        assertEquals(List.of(16, 17, 20), seen);
        assertTrue(drain());
        assertEquals(3, seen.size());
    }

    @Test
    void saysThatSomeWereLost() {
        kernel.arrive(event(16), ScriptedKernel.LOSS, event(20));
        assertFalse(drain());
        assertEquals(List.of(16, 20), seen);
        assertTrue(drain());
    }

    private boolean drain() {
        return events.drain(message -> seen.add(message.type()));
    }

    private static byte[] event(int type) {
        return Replies.message(type, 0, 0, new byte[4]);
    }
}
