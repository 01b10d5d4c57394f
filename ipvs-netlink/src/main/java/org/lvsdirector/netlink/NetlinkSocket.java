package org.lvsdirector.netlink;

import static org.lvsdirector.linux.SocketConstants.AF_NETLINK;
import static org.lvsdirector.linux.SocketConstants.MSG_TRUNC;
import static org.lvsdirector.linux.SocketConstants.NETLINK_ADD_MEMBERSHIP;
import static org.lvsdirector.linux.SocketConstants.NETLINK_CAP_ACK;
import static org.lvsdirector.linux.SocketConstants.NETLINK_EXT_ACK;
import static org.lvsdirector.linux.SocketConstants.SOCK_RAW;
import static org.lvsdirector.linux.SocketConstants.SOL_NETLINK;
import static org.lvsdirector.linux.SocketConstants.SOL_SOCKET;
import static org.lvsdirector.linux.SocketConstants.SO_RCVBUF;
import static org.lvsdirector.linux.SocketConstants.SO_RCVBUFFORCE;
import static org.lvsdirector.linux.SocketConstants.SO_SNDBUF;
import static org.lvsdirector.linux.SocketConstants.SO_SNDBUFFORCE;

import java.nio.ByteBuffer;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.LinuxSocket;
import org.lvsdirector.linux.Pollable;
import org.lvsdirector.linux.Poller;
import org.lvsdirector.linux.SocketAddresses;

/** A netlink socket that talks to the kernel alone, with large buffers where the process may have them. */
public final class NetlinkSocket implements NetlinkTransport, Pollable {
    private static final int BUFFER_BYTES = 1 << 20;

    /** What one acknowledgement takes of the receive buffer: measured 768 bytes, with room for an explanation. */
    private static final int BYTES_PER_REPLY = 1024;

    private final LinuxSocket socket;
    private final Poller poller;
    private final int maxSendBytes;
    private final int maxPendingReplies;

    private NetlinkSocket(LinuxSocket socket) {
        this.socket = socket;
        this.poller = new Poller(socket);
        this.maxSendBytes = socket.option(SOL_SOCKET, SO_SNDBUF) / 2;
        this.maxPendingReplies = socket.option(SOL_SOCKET, SO_RCVBUF) / BYTES_PER_REPLY;
    }

    /**
     * Opens a socket in the network namespace of the calling thread.
     *
     * @param protocol such as {@link org.lvsdirector.linux.SocketConstants#NETLINK_GENERIC}
     */
    public static NetlinkSocket open(int protocol) {
        LinuxSocket socket = LinuxSocket.openNonBlocking(AF_NETLINK, SOCK_RAW, protocol);
        try {
            enlarge(socket, SO_RCVBUFFORCE, SO_RCVBUF);
            enlarge(socket, SO_SNDBUFFORCE, SO_SNDBUF);
            setIfKnown(socket, NETLINK_EXT_ACK);
            // Without it every failure brings the whole request back, and fewer of them fit the receive buffer.
            setIfKnown(socket, NETLINK_CAP_ACK);
            ByteBuffer kernel = SocketAddresses.netlink(0, 0);
            socket.bind(kernel);
            socket.connect(kernel); // no other process can write to us from now on
            return new NetlinkSocket(socket);
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Beyond {@code net.core.*mem_max} this needs CAP_NET_ADMIN; without it the smaller buffer bounds the batches. */
    private static void enlarge(LinuxSocket socket, int forceOption, int option) {
        try {
            socket.setOption(SOL_SOCKET, forceOption, BUFFER_BYTES);
        } catch (LinuxException e) {
            if (e.errno() != Errno.EPERM) {
                throw e;
            }
            socket.setOption(SOL_SOCKET, option, BUFFER_BYTES);
        }
    }

    private static void setIfKnown(LinuxSocket socket, int option) {
        try {
            socket.setOption(SOL_NETLINK, option, 1);
        } catch (LinuxException e) {
            if (e.errno() != Errno.ENOPROTOOPT) { // kernels before 4.12 and 4.3
                throw e;
            }
        }
    }

    /** Subscribes to a multicast group by its number, such as {@code RTNLGRP_LINK}. */
    public void join(int group) {
        socket.setOption(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group);
    }

    @Override
    public int fd() {
        return socket.fd();
    }

    @Override
    public int maxSendBytes() {
        return maxSendBytes;
    }

    @Override
    public int maxPendingReplies() {
        return maxPendingReplies;
    }

    @Override
    public void send(ByteBuffer datagram) {
        if (socket.send(datagram) == LinuxSocket.WOULD_BLOCK) {
            throw new LinuxException("send a netlink message", Errno.EAGAIN);
        }
    }

    @Override
    public boolean receive(ByteBuffer buffer, long timeoutNanos) {
        int room = buffer.remaining();
        int length = socket.receive(buffer, MSG_TRUNC);
        if (length == LinuxSocket.WOULD_BLOCK && timeoutNanos > 0) {
            poller.poll(timeoutNanos);
            length = socket.receive(buffer, MSG_TRUNC);
        }
        if (length > room) {
            throw new LinuxException("receive a netlink message of " + length + " bytes", Errno.EMSGSIZE);
        }
        return length != LinuxSocket.WOULD_BLOCK;
    }

    @Override
    public void close() {
        socket.close();
    }
}
