package org.lvsdirector.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.NetworkInterfaces;
import org.lvsdirector.linux.SocketConstants;

/** The real kernel's rtnetlink, with requests that need no privilege. */
class NetlinkSocketTest {
    private static final int RTM_GETLINK = 18;
    private static final int IFINFOMSG_BYTES = 16;
    private static final int IFLA_IFNAME = 3;

    @Test
    void dumpsTheInterfaces() {
        try (NetlinkConnection connection = NetlinkConnection.open(SocketConstants.NETLINK_ROUTE)) {
            List<String> names = connection.dump(new GetLink(0), NetlinkSocketTest::name);
            assertTrue(names.contains("lo"), () -> "no lo in " + names);
        }
    }

    @Test
    void asksForOneInterfaceAndIsRefusedForAnother() {
        int loopback = NetworkInterfaces.index("lo").orElseThrow();
        try (NetlinkConnection connection = NetlinkConnection.open(SocketConstants.NETLINK_ROUTE)) {
            connection.execute(new GetLink(loopback), message -> assertEquals("lo", name(message)));
            NetlinkException failure =
                    assertThrows(NetlinkException.class, () -> connection.execute(new GetLink(0x7fffffff)));
            assertEquals(Errno.ENODEV, failure.errno());
        }
    }

    @Test
    void noReplyOfALongBatchIsLost() {
        int loopback = NetworkInterfaces.index("lo").orElseThrow();
        List<GetLink> requests = IntStream.range(0, 5_000)
                .mapToObj(i -> new GetLink(i % 5 == 0 ? loopback : 0x7fff0000 + i))
                .toList();
        try (NetlinkConnection connection = NetlinkConnection.open(SocketConstants.NETLINK_ROUTE)) {
            Map<Integer, NetlinkException> failures = connection.executeAll(requests);
            assertEquals(4_000, failures.size());
            failures.forEach((index, failure) -> {
                assertTrue(index % 5 != 0);
                assertEquals(Errno.ENODEV, failure.errno());
                assertEquals("look up interface " + (0x7fff0000 + index), failure.operation());
            });
        }
    }

    @Test
    void nothingToReceiveIsNotAnError() {
        try (NetlinkSocket socket = NetlinkSocket.open(SocketConstants.NETLINK_ROUTE)) {
            assertFalse(socket.receive(ByteBuffer.allocateDirect(16), 0));
            assertFalse(socket.receive(ByteBuffer.allocateDirect(16), 1_000_000));
            assertTrue(socket.maxPendingReplies() > 0);
        }
    }

    @Test
    void aDatagramLongerThanTheRoomIsAnError() {
        try (NetlinkSocket socket = NetlinkSocket.open(SocketConstants.NETLINK_ROUTE)) {
            MessageWriter out = new MessageWriter();
            out.write(new GetLink(NetworkInterfaces.index("lo").orElseThrow()), 0, 1);
            socket.send(out.datagram());
            LinuxException failure = assertThrows(
                    LinuxException.class, () -> socket.receive(ByteBuffer.allocateDirect(16), 1_000_000_000));
            assertEquals(Errno.EMSGSIZE, failure.errno());
        }
    }

    private record GetLink(int index) implements NetlinkRequest {
        @Override
        public int type() {
            return RTM_GETLINK;
        }

        @Override
        public void writeTo(MessageWriter out) {
            out.u8(0).u8(0).u16(0).u32(index).u32(0).u32(0); // struct ifinfomsg
        }

        @Override
        public String describe() {
            return "look up interface " + index;
        }
    }

    private static String name(NetlinkMessage message) {
        AttributeReader in = message.attributes(IFINFOMSG_BYTES);
        while (in.next()) {
            if (in.type() == IFLA_IFNAME) {
                return in.string();
            }
        }
        return "";
    }
}
