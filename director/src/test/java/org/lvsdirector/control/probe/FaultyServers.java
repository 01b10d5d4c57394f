package org.lvsdirector.control.probe;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.NetworkThread;

/** Servers on a simulated machine that do what no good server does. They end with this object. */
final class FaultyServers implements AutoCloseable {
    private static final int GARBAGE_BYTES = 3_000;
    private static final int LATE_SECONDS = 6;
    private static final int LARGEST_DATAGRAM = 65_507;

    private final Host host;
    private final InetAddress address;
    private final List<Closeable> open = new ArrayList<>();

    FaultyServers(Host host, InetAddress address) {
        this.host = host;
        this.address = address;
    }

    /** What becomes of an accepted connection. */
    @FunctionalInterface
    private interface Treatment {
        void treat(Socket connection) throws IOException;
    }

    /** Lets the kernel accept, and never looks. Returns the port, as the others do. */
    int halfOpen() {
        return listen().getLocalPort();
    }

    /** Resets what it has accepted. */
    int resetting() {
        return serve(connection -> {
            connection.setSoLinger(true, 0);
            connection.close();
        });
    }

    /** Sends what is no protocol at all, and hangs up. */
    int garbage() {
        return serve(connection -> {
            byte[] noise = new byte[GARBAGE_BYTES];
            new Random(11).nextBytes(noise);
            OutputStream out = connection.getOutputStream();
            out.write(noise);
            connection.close();
        });
    }

    /** Begins to answer as a web server does, and stops in the middle of the first line. */
    int stuck() {
        return serve(connection -> {
            connection.getOutputStream().write("HTTP/1.1 20".getBytes(StandardCharsets.US_ASCII));
            keep(connection);
        });
    }

    /** Answers each datagram with what that becomes. */
    int answering(UnaryOperator<byte[]> answer) {
        return answering(answer, Runnable::run);
    }

    /** Does so, but too late for anybody who waits for a second. */
    int answeringLate(UnaryOperator<byte[]> answer) {
        return answering(answer, CompletableFuture.delayedExecutor(LATE_SECONDS, TimeUnit.SECONDS));
    }

    private int answering(UnaryOperator<byte[]> answer, Executor when) {
        DatagramSocket socket = NetworkThread.call(host, () -> new DatagramSocket(new InetSocketAddress(address, 0)));
        keep(socket);
        inBackground(() -> {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
                socket.receive(packet);
                byte[] reply = answer.apply(Arrays.copyOf(packet.getData(), packet.getLength()));
                when.execute(() -> send(socket, new DatagramPacket(reply, reply.length, packet.getSocketAddress())));
            }
        });
        return socket.getLocalPort();
    }

    private static void send(DatagramSocket socket, DatagramPacket reply) {
        try {
            socket.send(reply);
        } catch (IOException nobodyThere) {
            // Who asked has gone, which is what a late answer is for.
            return;
        }
    }

    private int serve(Treatment treatment) {
        ServerSocket listener = listen();
        inBackground(() -> {
            while (true) {
                treatment.treat(listener.accept());
            }
        });
        return listener.getLocalPort();
    }

    private ServerSocket listen() {
        ServerSocket listener = NetworkThread.call(host, () -> new ServerSocket(0, 50, address));
        keep(listener);
        return listener;
    }

    private synchronized void keep(Closeable closeable) {
        open.add(closeable);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        return;
                    }
                },
                "faulty server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void close() {
        for (Closeable closeable : open) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
