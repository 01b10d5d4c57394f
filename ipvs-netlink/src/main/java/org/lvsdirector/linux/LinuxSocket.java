package org.lvsdirector.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A socket of any family and type, always close-on-exec. Buffers are direct; a send consumes from position to limit, a receive fills
 * from position to limit, and neither allocates. Interrupted calls are repeated. Owned by one thread at a time.
 *
 * <p>A socket belongs for life to the network namespace that the opening thread was in.
 */
public final class LinuxSocket implements Pollable, AutoCloseable {
    /** Returned where the call would have to wait: {@code EAGAIN} is a value here, not an exception. */
    public static final int WOULD_BLOCK = -1;

    private static final int SOCK_NONBLOCK = 0x800;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int SCRATCH_BYTES = 256;

    private final FileDescriptor descriptor;

    /** Option values and the lengths that calls return. */
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH_BYTES).order(ByteOrder.nativeOrder());

    private final long scratchAddress = Libc.address(scratch);

    private LinuxSocket(FileDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    /** Opens a socket whose calls wait; numbers as in {@link SocketConstants}. */
    public static LinuxSocket open(int domain, int type, int protocol) {
        return openWith(domain, type, protocol);
    }

    /** Opens a socket whose calls never wait. */
    public static LinuxSocket openNonBlocking(int domain, int type, int protocol) {
        return openWith(domain, type | SOCK_NONBLOCK, protocol);
    }

    private static LinuxSocket openWith(int domain, int type, int protocol) {
        int fd = Libc.check(
                "open a socket (family " + domain + ", protocol " + protocol + ")",
                Libc.call(Libc.SOCKET, domain, type | SOCK_CLOEXEC, protocol));
        return new LinuxSocket(new FileDescriptor("socket (family " + domain + ", protocol " + protocol + ")", fd));
    }

    @Override
    public int fd() {
        return descriptor.number();
    }

    /** Binds to an address made by {@link SocketAddresses}. */
    public void bind(ByteBuffer address) {
        long result = Libc.call(Libc.BIND, fd(), Libc.address(address), address.remaining());
        if ((int) result == -1) {
            throw failed("bind");
        }
    }

    /**
     * Connects to an address made by {@link SocketAddresses}.
     *
     * @return false if the connection is under way: wait until the socket is writable, then ask {@link #takeError}
     */
    public boolean connect(ByteBuffer address) {
        long result = Libc.call(Libc.CONNECT, fd(), Libc.address(address), address.remaining());
        if ((int) result != -1) {
            return true;
        }
        int errno = Libc.errno();
        if (errno == Errno.EINPROGRESS.number() || errno == Errno.EINTR.number()) {
            return false;
        }
        throw new LinuxException("connect " + descriptor.what(), errno);
    }

    /** The address this socket is bound to, as a {@code struct sockaddr}. */
    public ByteBuffer localAddress() {
        ByteBuffer address = SocketAddresses.empty();
        scratch.putInt(0, address.capacity());
        if ((int) Libc.call(Libc.GETSOCKNAME, fd(), Libc.address(address), scratchAddress) == -1) {
            throw failed("read the address of");
        }
        return address.limit(scratch.getInt(0));
    }

    /** Sets an option whose value is an {@code int}. */
    public void setOption(int level, int name, int value) {
        scratch.putInt(0, value);
        setOption(level, name, scratchAddress, Integer.BYTES);
    }

    /** Sets an option whose value is a structure or a string, at most 256 bytes. */
    public void setOption(int level, int name, byte[] value) {
        scratch.put(0, value);
        setOption(level, name, scratchAddress, value.length);
    }

    private void setOption(int level, int name, long address, int length) {
        if ((int) Libc.call(Libc.SETSOCKOPT, fd(), level, name, address, length) == -1) {
            throw failed("set option " + level + "/" + name + " of");
        }
    }

    /** Reads an option whose value is an {@code int}. */
    public int option(int level, int name) {
        scratch.putInt(0, 0).putInt(Integer.BYTES, Integer.BYTES);
        if ((int) Libc.call(Libc.GETSOCKOPT, fd(), level, name, scratchAddress, scratchAddress + Integer.BYTES) == -1) {
            throw failed("read option " + level + "/" + name + " of");
        }
        return scratch.getInt(0);
    }

    /** Ties the socket to an interface ({@code SO_BINDTODEVICE}). */
    public void bindToDevice(String interfaceName) {
        setOption(
                SocketConstants.SOL_SOCKET,
                SocketConstants.SO_BINDTODEVICE,
                interfaceName.getBytes(StandardCharsets.UTF_8));
    }

    /** The pending error, cleared by asking ({@code SO_ERROR}); null if there is none. */
    public @Nullable Errno takeError() {
        int number = option(SocketConstants.SOL_SOCKET, SocketConstants.SO_ERROR);
        return number == 0 ? null : Errno.ofNumber(number);
    }

    /**
     * Sends on a connected socket (or to the kernel on a netlink socket).
     *
     * @return bytes sent, or {@link #WOULD_BLOCK}
     */
    public int send(ByteBuffer buffer) {
        long count;
        do {
            count = Libc.call(Libc.SEND, fd(), Libc.address(buffer), buffer.remaining(), SocketConstants.MSG_NOSIGNAL);
        } while (interrupted(count));
        return consumed(buffer, count);
    }

    /**
     * Sends to an address made by {@link SocketAddresses}.
     *
     * @return bytes sent, or {@link #WOULD_BLOCK}
     */
    public int sendTo(ByteBuffer buffer, ByteBuffer address) {
        long count;
        do {
            count = Libc.call(
                    Libc.SENDTO,
                    fd(),
                    Libc.address(buffer),
                    buffer.remaining(),
                    SocketConstants.MSG_NOSIGNAL,
                    Libc.address(address),
                    address.remaining());
        } while (interrupted(count));
        return consumed(buffer, count);
    }

    private int consumed(ByteBuffer buffer, long count) {
        if (count >= 0) {
            buffer.position(buffer.position() + (int) count);
            return (int) count;
        }
        return wouldBlockOrThrow("send on");
    }

    /** Receives with no flags, see {@link #receive(ByteBuffer, int)}. */
    public int receive(ByteBuffer buffer) {
        return receive(buffer, 0);
    }

    /**
     * Receives one datagram, or what a stream has.
     *
     * @param flags {@code MSG_*}; with {@code MSG_TRUNC} the result is a datagram's whole length, even if it was longer than the room
     * @return bytes received, 0 at the end of a stream, or {@link #WOULD_BLOCK}
     */
    public int receive(ByteBuffer buffer, int flags) {
        long count;
        do {
            count = Libc.call(Libc.RECV, fd(), Libc.address(buffer), buffer.remaining(), flags);
        } while (interrupted(count));
        return filled(buffer, count);
    }

    /**
     * Receives one datagram and its sender.
     *
     * @param source made by {@link SocketAddresses#empty}; afterwards it runs from 0 to the address's length
     * @return bytes received, or {@link #WOULD_BLOCK}
     */
    public int receiveFrom(ByteBuffer buffer, ByteBuffer source) {
        source.clear();
        scratch.putInt(0, source.capacity());
        long count;
        do {
            count = Libc.call(
                    Libc.RECVFROM,
                    fd(),
                    Libc.address(buffer),
                    buffer.remaining(),
                    0,
                    Libc.address(source),
                    scratchAddress);
        } while (interrupted(count));
        if (count >= 0) {
            source.limit(Math.min(scratch.getInt(0), source.capacity()));
        }
        return filled(buffer, count);
    }

    private int filled(ByteBuffer buffer, long count) {
        if (count >= 0) {
            buffer.position(Math.min(buffer.limit(), buffer.position() + (int) count));
            return (int) count;
        }
        return wouldBlockOrThrow("receive on");
    }

    private static boolean interrupted(long count) {
        return count == -1 && Libc.errno() == Errno.EINTR.number();
    }

    private int wouldBlockOrThrow(String operation) {
        int errno = Libc.errno();
        if (errno == Errno.EAGAIN.number()) {
            return WOULD_BLOCK;
        }
        throw new LinuxException(operation + " " + descriptor.what(), errno);
    }

    private LinuxException failed(String operation) {
        return new LinuxException(operation + " " + descriptor.what(), Libc.errno());
    }

    /** Closes the socket; a second time is harmless. */
    @Override
    public void close() {
        descriptor.close();
    }
}
