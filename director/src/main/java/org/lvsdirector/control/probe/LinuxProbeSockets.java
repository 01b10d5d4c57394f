package org.lvsdirector.control.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.check.ProbeSockets;
import org.lvsdirector.check.tcp.NioSockets;
import org.lvsdirector.check.tcp.RoutedSockets;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.LinuxSocket;
import org.lvsdirector.linux.SocketAddresses;
import org.lvsdirector.linux.SocketConstants;

/**
 * Probe sockets with mark and device, and those for ICMP. They are opened and asked on the engine's thread; a thread of their own, which the first of them
 * starts, waits for them. They belong to the network namespace of the engine's thread.
 */
public final class LinuxProbeSockets implements ProbeSockets {
    private final Handover handover;
    private @Nullable ReadinessThread readiness;

    /** @param handover the way to the engine's thread */
    public LinuxProbeSockets(Handover handover) {
        this.handover = handover;
    }

    /** The JDK's sockets where they can do what a probe asks, else these. */
    public static ProbeSockets beside(NioSockets ordinary) {
        return new RoutedSockets(ordinary, new LinuxProbeSockets(ordinary));
    }

    @Override
    public ProbeSocket connectTcp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException {
        LinuxProbeSocket probe = open(options, SocketConstants.SOCK_STREAM, 0, handler);
        probe.awaitWritable();
        return probe;
    }

    @Override
    public ProbeSocket openUdp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException {
        return open(options, SocketConstants.SOCK_DGRAM, 0, handler);
    }

    /** Raw, since datagram sockets of ICMP are for the groups of a sysctl, which is empty in a new network namespace. */
    @Override
    public ProbeSocket openIcmp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException {
        int protocol = options.address() instanceof Inet4Address
                ? SocketConstants.IPPROTO_ICMP
                : SocketConstants.IPPROTO_ICMPV6;
        return open(options, SocketConstants.SOCK_RAW, protocol, handler);
    }

    private LinuxProbeSocket open(ConnectOptions options, int type, int protocol, ProbeSocket.ReadyHandler handler)
            throws ProbeException {
        LinuxSocket socket = open(options.address(), type, protocol);
        try {
            prepare(socket, options);
            connect(socket, options);
        } catch (ProbeException e) {
            socket.close();
            throw e;
        }
        ReadinessThread waiting = readiness == null ? ReadinessThread.start(handover) : readiness;
        readiness = waiting;
        return new LinuxProbeSocket(socket, type == SocketConstants.SOCK_STREAM, waiting, handler);
    }

    private static LinuxSocket open(InetAddress address, int type, int protocol) throws ProbeException {
        int family = address instanceof Inet4Address ? SocketConstants.AF_INET : SocketConstants.AF_INET6;
        try {
            return LinuxSocket.openNonBlocking(family, type, protocol);
        } catch (LinuxException e) {
            throw failure(e, Cause.LOCAL_OTHER);
        }
    }

    private static void prepare(LinuxSocket socket, ConnectOptions options) throws ProbeException {
        try {
            if (options.fwmark() != 0) {
                socket.setOption(SocketConstants.SOL_SOCKET, SocketConstants.SO_MARK, (int) options.fwmark());
            }
            if (options.bindInterface() != null) {
                socket.bindToDevice(options.bindInterface());
            }
            if (options.bindAddress() != null || options.bindPort() != 0) {
                socket.setOption(SocketConstants.SOL_SOCKET, SocketConstants.SO_REUSEADDR, 1);
                InetAddress source = options.bindAddress() == null ? anyOf(options.address()) : options.bindAddress();
                socket.bind(SocketAddresses.inet(source, options.bindPort()));
            }
        } catch (LinuxException e) {
            throw failure(e, Cause.LOCAL_ADDRESS);
        }
    }

    private static void connect(LinuxSocket socket, ConnectOptions options) throws ProbeException {
        try {
            socket.connect(SocketAddresses.inet(options.address(), options.port()));
        } catch (LinuxException e) {
            throw failure(e, Cause.UNREACHABLE);
        }
    }

    private static ProbeException failure(LinuxException e, Cause otherwise) {
        return new ProbeException(Causes.of(e.errno(), otherwise), e.errno().text());
    }

    private static InetAddress anyOf(InetAddress address) {
        try {
            return InetAddress.getByAddress(new byte[address.getAddress().length]);
        } catch (UnknownHostException e) {
            throw new AssertionError("an address of 4 or 16 bytes", e);
        }
    }

    /** Ends the thread and closes every socket that is still open. */
    @Override
    public void close() {
        if (readiness != null) {
            readiness.close();
            readiness = null;
        }
    }
}
