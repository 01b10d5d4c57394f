package org.lvsdirector.check;

/** One open socket of a probe. Used by the engine's thread alone. */
public interface ProbeSocket extends AutoCloseable {

    /**
     * Asks how the connect went.
     *
     * @return true when connected, false when it is still under way
     * @throws ProbeException if the connection cannot be made; the socket is still to be closed
     */
    boolean finishConnect() throws ProbeException;

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
