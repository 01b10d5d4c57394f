package org.lvsdirector.control.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.lvsdirector.control.message.Command;

class FarewellTest {
    @Test
    void whatIsRehearsedIsWhatAHandoverWaitsFor() {
        assertEquals(new Command.Stop(false), Farewell.rehearse());
    }
}
