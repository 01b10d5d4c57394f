package org.lvsdirector.control.logging;

import ch.qos.logback.classic.Level;
import java.io.IOException;

/** The far end of the log. Called by one thread at a time. */
interface LogSink {

    /**
     * Writes one message.
     *
     * @param epochMillis when it was said
     * @throws IOException if the message is lost
     */
    void write(Level level, long epochMillis, String message) throws IOException;
}
