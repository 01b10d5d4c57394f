package org.lvsdirector.check;

/**
 * Opens the sockets of probes. Sockets never block; when one becomes ready its {@link ProbeSocket.ReadyHandler} runs on the thread of the
 * engine and on no other.
 *
 * <p>There are two makers: {@code NioSockets} of this module, for all that the JDK can do, and one over raw sockets, in the program that uses
 * this module, for {@code SO_MARK} and {@code SO_BINDTODEVICE}. The latter may wait for readiness on a thread of its own, as long as it
 * hands each ready handler to the engine through a {@link Handover}.
 */
public interface ProbeSockets extends AutoCloseable {

    /**
     * Opens a TCP socket with these options and starts to connect it. Returns at once; when the connection is made or has failed, the handler
     * runs once and asks {@link ProbeSocket#finishConnect()}. The time-out is the caller's affair.
     *
     * @throws ProbeException if not even the start succeeded; nothing is left open then
     */
    ProbeSocket connectTcp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException;

    @Override
    void close();

    /** Carries work from another thread to the engine's; safe to call from any thread, and never blocks. */
    interface Handover {

        /** Has the engine's thread run this soon. */
        void submit(Runnable work);
    }
}
