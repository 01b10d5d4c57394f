package org.lvsdirector.control.checkers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The real servers of a measurement, in a process of their own: accepts and hangs up. Arguments: address and port. Says its port first. At the first line of
 * input it begins to count how late a thread wakes that does nothing but sleep, which is what the machine adds to every figure; at the second it says that, and
 * turns everybody away.
 */
final class ClosableTarget {
    private static final int BACKLOG = 4_096;
    private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static long[] late = new long[1 << 16];
    private static int naps;

    private ClosableTarget() {}

    public static void main(String[] arguments) throws IOException {
        ServerSocket target = new ServerSocket();
        InetSocketAddress where =
                new InetSocketAddress(InetAddress.getByName(arguments[0]), Integer.parseInt(arguments[1]));
        target.bind(where, BACKLOG);
        inBackground(() -> accept(target));
        inBackground(ClosableTarget::nap);
        System.out.println(target.getLocalPort());
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        input.readLine();
        clear();
        input.readLine();
        System.out.println(sleepers());
        target.close();
        System.out.println("closed");
        input.readLine();
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private static void accept(ServerSocket target) {
        try {
            while (true) {
                target.accept().close();
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void nap() {
        while (true) {
            long begun = System.nanoTime();
            LockSupport.parkNanos(NAP_NANOS);
            note(System.nanoTime() - begun - NAP_NANOS);
        }
    }

    private static synchronized void note(long nanos) {
        if (naps == late.length) {
            late = Arrays.copyOf(late, 2 * naps);
        }
        late[naps++] = nanos;
    }

    private static synchronized void clear() {
        naps = 0;
    }

    private static synchronized String sleepers() {
        long[] sorted = Arrays.copyOf(late, naps);
        Arrays.sort(sorted);
        return "%.1f | %.1f | %.1f"
                .formatted(sorted[naps / 2] / 1e6, sorted[(int) (naps * 0.99)] / 1e6, sorted[naps - 1] / 1e6);
    }
}
