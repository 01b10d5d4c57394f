package org.lvsdirector.check.stream;

import java.nio.ByteBuffer;

/**
 * One try of a check as a protocol sees it: bytes come, bytes go, in the end there is a verdict. Knows no socket and no clock. After the
 * verdict it is not asked again.
 */
public interface Conversation {

    /** The connection is made: who speaks first? */
    Turn begin();

    /**
     * Some bytes have come.
     *
     * @param bytes at least one; consumed from position to limit, and not kept
     */
    Turn received(ByteBuffer bytes);

    /** The other side has ended the stream; the turn must hold a verdict. */
    Turn ended();
}
