package org.lvsdirector.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Golden bytes of a little-endian machine, field by field. */
class SocketAddressesTest {
    @Test
    void sockaddrIn() throws UnknownHostException {
        assertEquals(
                "0200" // sin_family AF_INET
                        + "1f90" // sin_port 8080
                        + "0a000001" // sin_addr 10.0.0.1
                        + "0000000000000000", // sin_zero
                hex(SocketAddresses.inet(InetAddress.getByName("10.0.0.1"), 8080)));
    }

    @Test
    void sockaddrIn6() throws UnknownHostException {
        Inet6Address address = (Inet6Address) InetAddress.getByName("fe80::1");
        assertEquals(
                "0a00" // sin6_family AF_INET6
                        + "0050" // sin6_port 80
                        + "00000000" // sin6_flowinfo
                        + "fe800000000000000000000000000001" // sin6_addr
                        + "07000000", // sin6_scope_id
                hex(SocketAddresses.inet6(address, 80, 7)));
    }

    @Test
    void sockaddrNl() {
        assertEquals(
                "1000" // nl_family AF_NETLINK
                        + "0000" // nl_pad
                        + "2a000000" // nl_pid
                        + "11000000", // nl_groups
                hex(SocketAddresses.netlink(42, 0x11)));
    }

    @Test
    void sockaddrLl() {
        byte[] broadcast = HexFormat.of().parseHex("ffffffffffff");
        assertEquals(
                "1100" // sll_family AF_PACKET
                        + "0806" // sll_protocol ETH_P_ARP, big endian
                        + "03000000" // sll_ifindex
                        + "0000" // sll_hatype
                        + "00" // sll_pkttype
                        + "06" // sll_halen
                        + "ffffffffffff0000", // sll_addr
                hex(SocketAddresses.packet(SocketConstants.ETH_P_ARP, 3, broadcast)));
        assertThrows(IllegalArgumentException.class, () -> SocketAddresses.packet(0, 1, new byte[9]));
    }

    @Test
    void multicastMemberships() throws UnknownHostException {
        assertEquals(
                "e0000012" // imr_multiaddr 224.0.0.18
                        + "00000000" // imr_address
                        + "05000000", // imr_ifindex
                HexFormat.of().formatHex(MulticastMembership.ipMreqn(InetAddress.getByName("224.0.0.18"), 5)));
        assertEquals(
                "ff020000000000000000000000000012" // ipv6mr_multiaddr ff02::12
                        + "05000000", // ipv6mr_interface
                HexFormat.of().formatHex(MulticastMembership.ipv6Mreq(InetAddress.getByName("ff02::12"), 5)));
    }

    private static String hex(ByteBuffer address) {
        byte[] bytes = new byte[address.remaining()];
        address.get(address.position(), bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
