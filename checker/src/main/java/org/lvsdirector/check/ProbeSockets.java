package org.lvsdirector.check;

/**
 * Opens the sockets of probes. Sockets never block; when one becomes ready its {@link ProbeSocket.ReadyHandler} runs on the thread of the
 * engine and on no other.
 *
 * <p>There are two makers: {@code NioSockets} of this module, for all that the JDK can do, and one over raw sockets, in the program that uses
 * this module, for {@code SO_MARK}, {@code SO_BINDTODEVICE} and ICMP. The latter may wait for readiness on a thread of its own, as long as it
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

    /**
     * Opens a UDP socket that hears this address and port alone. The handler runs when it was asked for; an ICMP error that a datagram met is
     * told by the next read.
     *
     * @throws ProbeException if the socket cannot be had; nothing is left open then
     */
    ProbeSocket openUdp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException;

    /**
     * Opens a raw ICMP or ICMPv6 socket that hears this address alone. What is read over IPv4 begins with the IP header; the checksum of what is
     * written over IPv6 is the kernel's affair.
     *
     * @throws ProbeException if the socket cannot be had; nothing is left open then
     */
    ProbeSocket openIcmp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException;

    @Override
    void close();

    /** Carries work from another thread to the engine's; safe to call from any thread, and never blocks. */
    interface Handover {

        /** Has the engine's thread run this soon. */
        void submit(Runnable work);
    }
}
