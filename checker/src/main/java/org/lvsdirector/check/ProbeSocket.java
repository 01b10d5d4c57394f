package org.lvsdirector.check;

import java.nio.ByteBuffer;

/** One open socket of a probe. Used by the engine's thread alone. */
public interface ProbeSocket extends AutoCloseable {

    /**
     * Asks how the connect went.
     *
     * @return true when connected, false when it is still under way
     * @throws ProbeException if the connection cannot be made; the socket is still to be closed
     */
    boolean finishConnect() throws ProbeException;

    /**
     * Takes what has come.
     *
     * @param buffer direct; filled from position to limit, by a datagram as far as there is room
     * @return bytes taken, 0 if there is nothing yet, -1 at the end of a stream
     * @throws ProbeException if the connection is broken; the socket is still to be closed
     */
    int read(ByteBuffer buffer) throws ProbeException;

    /**
     * Sends what the kernel takes now.
     *
     * @param buffer direct; consumed from position to limit
     * @throws ProbeException if the connection is broken; the socket is still to be closed
     */
    void write(ByteBuffer buffer) throws ProbeException;

    /** Has the handler run once when there is something to read, an end or an error. */
    void awaitReadable();

    /** Has the handler run once when there is room to write, or an error. */
    void awaitWritable();

    /** Has {@link #close()} send a reset in place of an ordinary end ({@code SO_LINGER} 0). */
    void resetOnClose();

    /** Closes; the handler does not run any more. Closing again does nothing. */
    @Override
    void close();

    /** Told that a socket is ready. Runs on the engine's thread. */
    @FunctionalInterface
    interface ReadyHandler {
        void ready();
    }
}
