package org.lvsdirector.check.datagram;

import java.nio.ByteBuffer;
import org.lvsdirector.check.stream.Turn;

/** One try of a check as a protocol of datagrams sees it: one goes, and what comes is judged. Knows no socket and no clock. */
public interface Question {

    /** What is sent. */
    ByteBuffer datagram();

    /**
     * Something has come.
     *
     * @param datagram consumed from position to limit, and not kept
     * @return a verdict, or {@link Turn#listen()} if this was no answer to the question
     */
    Turn answered(ByteBuffer datagram);
}
