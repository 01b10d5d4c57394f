package org.lvsdirector.check;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a probe goes and how its socket is made.
 *
 * @param address whom to ask; {@code connect_ip}, or the real server's own
 * @param port 1 to 65535; {@code connect_port}, or the real server's own; 0 for a protocol without ports
 * @param bindAddress source address, or null for the kernel's choice; {@code bindto}
 * @param bindPort source port, 0 for the kernel's choice; {@code bind_port}
 * @param bindInterface device of the socket ({@code SO_BINDTODEVICE}), or null; {@code bind_if}
 * @param fwmark mark of the socket's packets ({@code SO_MARK}), 0 for none, unsigned 32 bits
 * @param timeoutNanos how long a try may take, positive; {@code connect_timeout}
 */
public record ConnectOptions(
        InetAddress address,
        int port,
        @Nullable InetAddress bindAddress,
        int bindPort,
        @Nullable String bindInterface,
        long fwmark,
        long timeoutNanos) {
    private static final int MAX_PORT = 0xFFFF;
    private static final long MAX_MARK = 0xFFFF_FFFFL;

    public ConnectOptions {
        if (port < 0 || port > MAX_PORT || bindPort < 0 || bindPort > MAX_PORT) {
            throw new IllegalArgumentException("port " + port + " or source port " + bindPort + " is out of range");
        }
        if (fwmark < 0 || fwmark > MAX_MARK) {
            throw new IllegalArgumentException("mark " + fwmark + " is outside 0 to " + MAX_MARK);
        }
        if (timeoutNanos <= 0) {
            throw new IllegalArgumentException("time-out of " + timeoutNanos + " ns is not positive");
        }
    }

    /** Options with nothing but the address, the port and the time-out. */
    public static ConnectOptions to(InetAddress address, int port, long timeoutNanos) {
        return new ConnectOptions(address, port, null, 0, null, 0, timeoutNanos);
    }

    /** Whether the JDK's own sockets can do all this: they know neither {@code SO_MARK} nor {@code SO_BINDTODEVICE}. */
    public boolean servedByJdk() {
        return fwmark == 0 && bindInterface == null;
    }

    /** The address asked, for people, such as {@code [10.20.40.11]:tcp:22}. */
    String target(String protocol) {
        return "[" + address.getHostAddress() + "]:" + protocol + ":" + port;
    }
}
