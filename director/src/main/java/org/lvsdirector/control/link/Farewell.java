package org.lvsdirector.control.link;

import java.io.IOException;
import org.lvsdirector.control.message.Command;

/**
 * Writes and reads the last message of a child's life while there is time for it: a planned handover waits for it, and both ends would
 * meet the code for it for the first time.
 */
public final class Farewell {
    private static final int TIMES = 50;

    private Farewell() {}

    /** Sends it to nobody, some times; returns what arrived. */
    public static Command rehearse() {
        Command arrived = new Command.Stop(false);
        try {
            for (int time = 0; time < TIMES; time++) {
                arrived = Json.mapper().readValue(Link.encode(arrived), Command.class);
            }
        } catch (IOException bug) {
            throw new IllegalStateException("a message cannot be written as JSON", bug);
        }
        return arrived;
    }
}
