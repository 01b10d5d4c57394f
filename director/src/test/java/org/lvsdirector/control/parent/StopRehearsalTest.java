package org.lvsdirector.control.parent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.control.supervise.Deed;

class StopRehearsalTest {
    @Test
    void whatIsRehearsedIsTheOrderThatAHandoverWaitsFor() {
        assertEquals(List.of(new Deed.Stop(ChildRole.VRRP)), StopRehearsal.play());
    }
}
