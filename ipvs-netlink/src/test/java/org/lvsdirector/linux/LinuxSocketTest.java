package org.lvsdirector.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.linux.SocketConstants.AF_INET;
import static org.lvsdirector.linux.SocketConstants.AF_INET6;
import static org.lvsdirector.linux.SocketConstants.MSG_TRUNC;
import static org.lvsdirector.linux.SocketConstants.SOCK_DGRAM;
import static org.lvsdirector.linux.SocketConstants.SOCK_STREAM;
import static org.lvsdirector.linux.SocketConstants.SOL_SOCKET;
import static org.lvsdirector.linux.SocketConstants.SO_RCVBUF;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Real sockets on the loopback interface: no privilege needed. */
class LinuxSocketTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final long DEADLINE_NANOS = 5_000_000_000L;

    @Test
    void carriesADatagramAndNamesItsSender() {
        try (LinuxSocket receiver = LinuxSocket.openNonBlocking(AF_INET, SOCK_DGRAM, 0);
                LinuxSocket sender = LinuxSocket.open(AF_INET, SOCK_DGRAM, 0)) {
            receiver.bind(SocketAddresses.inet(LOOPBACK, 0));
            sender.bind(SocketAddresses.inet(LOOPBACK, 0));
            assertEquals(5, sender.sendTo(direct("hello"), receiver.localAddress()));
            assertEquals(1, new Poller(receiver).poll(DEADLINE_NANOS));

            ByteBuffer buffer = ByteBuffer.allocateDirect(64);
            ByteBuffer source = SocketAddresses.empty();
            assertEquals(5, receiver.receiveFrom(buffer, source));
            assertEquals("hello", text(buffer));
            assertEquals(sender.localAddress(), source);
        }
    }

    @Test
    void tellsTheWholeLengthOfADatagramThatWasCut() {
        try (LinuxSocket socket = LinuxSocket.open(AF_INET, SOCK_DGRAM, 0)) {
            socket.bind(SocketAddresses.inet(LOOPBACK, 0));
            socket.connect(socket.localAddress());
            socket.send(direct("0123456789"));
            ByteBuffer small = ByteBuffer.allocateDirect(4);
            assertEquals(10, socket.receive(small, MSG_TRUNC));
            assertEquals("0123", text(small));
        }
    }

    @Test
    void nothingToReadIsAValue() {
        try (LinuxSocket socket = LinuxSocket.openNonBlocking(AF_INET, SOCK_DGRAM, 0)) {
            socket.bind(SocketAddresses.inet(LOOPBACK, 0));
            assertEquals(LinuxSocket.WOULD_BLOCK, socket.receive(ByteBuffer.allocateDirect(4)));
        }
    }

    @Test
    void aRefusedConnectionIsFoundByTakeError() {
        ByteBuffer nobody;
        try (LinuxSocket reserved = LinuxSocket.open(AF_INET, SOCK_STREAM, 0);
                LinuxSocket client = LinuxSocket.openNonBlocking(AF_INET, SOCK_STREAM, 0)) {
            reserved.bind(SocketAddresses.inet(LOOPBACK, 0)); // bound but not listening: refused
            nobody = reserved.localAddress();
            assertFalse(client.connect(nobody));
            Poller poller = new Poller(client);
            poller.setInterest(0, Poller.WRITABLE);
            assertEquals(1, poller.poll(DEADLINE_NANOS));
            assertTrue(poller.isWritable(0));
            assertTrue(poller.hasFailed(0));
            assertEquals(Errno.ECONNREFUSED, client.takeError());
            assertNull(client.takeError());
        }
    }

    @Test
    void optionsAreReadBack() {
        try (LinuxSocket socket = LinuxSocket.open(AF_INET, SOCK_DGRAM, 0)) {
            socket.setOption(SOL_SOCKET, SO_RCVBUF, 20_000);
            assertEquals(40_000, socket.option(SOL_SOCKET, SO_RCVBUF), "the kernel doubles it, see socket(7)");
        }
    }

    @Test
    void failuresSayWhatWasTriedAndWhy() {
        LinuxException family = assertThrows(LinuxException.class, () -> LinuxSocket.open(999, SOCK_DGRAM, 0));
        assertEquals(Errno.EAFNOSUPPORT, family.errno());
        assertEquals(
                "open a socket (family 999, protocol 0): EAFNOSUPPORT (Address family not supported by protocol)",
                family.getMessage());
        try (LinuxSocket socket = LinuxSocket.open(AF_INET6, SOCK_DGRAM, 0)) {
            LinuxException bind = assertThrows(LinuxException.class, () -> socket.bind(SocketAddresses.netlink(0, 0)));
            assertEquals(Errno.EINVAL, bind.errno());
        }
    }

    @Test
    void aClosedSocketIsNeverUsedAgain() {
        LinuxSocket socket = LinuxSocket.open(AF_INET, SOCK_DGRAM, 0);
        socket.close();
        socket.close();
        assertThrows(IllegalStateException.class, () -> socket.send(direct("x")));
    }

    @Test
    void heapBuffersAreRefused() {
        try (LinuxSocket socket = LinuxSocket.open(AF_INET, SOCK_DGRAM, 0)) {
            assertThrows(IllegalArgumentException.class, () -> socket.receive(ByteBuffer.allocate(4)));
        }
    }

    private static ByteBuffer direct(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    private static String text(ByteBuffer filled) {
        return StandardCharsets.US_ASCII.decode(filled.flip()).toString();
    }
}
