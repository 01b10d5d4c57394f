package org.lvsdirector.check.tcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.check.ProbeSockets;

/**
 * Probe sockets of the JDK on one selector, which is also the place where the engine's thread waits: for these sockets, for work that
 * other threads hand over, and for time to pass.
 */
public final class NioSockets implements ProbeSockets, ProbeSockets.Handover {
    private final Selector selector;
    private final Queue<Runnable> handedOver = new ConcurrentLinkedQueue<>();

    private NioSockets(Selector selector) {
        this.selector = selector;
    }

    /** Opens the selector. */
    public static NioSockets open() {
        try {
            return new NioSockets(Selector.open());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a selector for checks", e);
        }
    }

    @Override
    public ProbeSocket connectTcp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException {
        SocketChannel channel = NioFailures.local(() -> SocketChannel.open(familyOf(options)));
        NioSocket socket = NioSocket.of(channel);
        try {
            prepare(channel, options);
            boolean connected =
                    NioFailures.remote(() -> channel.connect(new InetSocketAddress(options.address(), options.port())));
            socket.register(selector, SelectionKey.OP_CONNECT, handler);
            if (connected) {
                // On loopback a connect may succeed at once; the handler still runs from the loop and never from inside
                // this call.
                handedOver.add(socket::signal);
            }
            return socket;
        } catch (ProbeException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public ProbeSocket openUdp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException {
        DatagramChannel channel = NioFailures.local(() -> DatagramChannel.open(familyOf(options)));
        NioSocket socket = NioSocket.of(channel);
        try {
            prepare(channel, options);
            NioFailures.remote(() -> channel.connect(new InetSocketAddress(options.address(), options.port())));
            socket.register(selector, 0, handler);
            return socket;
        } catch (ProbeException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public ProbeSocket openIcmp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException {
        throw new ProbeException(CheckResult.Cause.LOCAL_OTHER, "no ICMP sockets in the JDK");
    }

    private static ProtocolFamily familyOf(ConnectOptions options) {
        if (!options.servedByJdk()) {
            throw new IllegalArgumentException("the JDK's sockets know no mark and no device: " + options);
        }
        return options.address() instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    private static <C extends SelectableChannel & NetworkChannel> void prepare(C channel, ConnectOptions options)
            throws ProbeException {
        NioFailures.local(() -> channel.configureBlocking(false));
        if (options.bindAddress() != null || options.bindPort() != 0) {
            InetAddress source = options.bindAddress() == null ? anyOf(options.address()) : options.bindAddress();
            NioFailures.local(() -> channel.setOption(StandardSocketOptions.SO_REUSEADDR, true));
            NioFailures.local(() -> channel.bind(new InetSocketAddress(source, options.bindPort())));
        }
    }

    /** The wildcard of the same family: the JDK's own is an IPv6 one, which an IPv4 channel refuses. */
    private static InetAddress anyOf(InetAddress address) throws ProbeException {
        return NioFailures.local(() -> InetAddress.getByAddress(new byte[address.getAddress().length]));
    }

    /**
     * Waits until a socket is ready, work was handed over or the time has passed, and runs what there is to run.
     *
     * @param timeoutNanos at most this long; {@link Long#MAX_VALUE} for ever
     */
    public void await(long timeoutNanos) {
        try {
            if (!handedOver.isEmpty() || timeoutNanos <= 0) {
                selector.selectNow(NioSockets::dispatch);
            } else {
                // Rounded up, so that a deadline half a millisecond away does not become a busy loop.
                long millis = timeoutNanos == Long.MAX_VALUE ? 0 : TimeUnit.NANOSECONDS.toMillis(timeoutNanos - 1) + 1;
                selector.select(NioSockets::dispatch, millis);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot wait for the sockets of checks", e);
        }
        for (Runnable work = handedOver.poll(); work != null; work = handedOver.poll()) {
            work.run();
        }
    }

    private static void dispatch(SelectionKey key) {
        if (key.attachment() instanceof NioSocket socket) {
            socket.signal();
        }
    }

    @Override
    public void submit(Runnable work) {
        handedOver.add(work);
        selector.wakeup();
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the selector of checks", e);
        }
    }
}
