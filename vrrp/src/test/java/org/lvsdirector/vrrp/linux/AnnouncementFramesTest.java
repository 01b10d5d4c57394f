package org.lvsdirector.vrrp.linux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.lvsdirector.netlink.route.HardwareAddress;

/** Golden frames: what keepalived 2.2.7 sent on a veth pair, read by tcpdump. */
class AnnouncementFramesTest {
    private static final HardwareAddress SENDER = HardwareAddress.parse("8a:d7:68:11:be:e7");

    @Test
    void gratuitousArpIsTheFrameThatKeepalivedSends() throws UnknownHostException {
        ByteBuffer frame = ByteBuffer.allocate(Arp.LENGTH);
        GratuitousArp.write(frame, SENDER, (Inet4Address) InetAddress.getByName("192.168.1.100"));
        assertArrayEquals(bytes("""
                        ff ff ff ff ff ff  8a d7 68 11 be e7  08 06    Ethernet: broadcast, sender, ARP
                        00 01  08 00  06  04                           Ethernet, IPv4, their address lengths
                        00 01                                          request
                        8a d7 68 11 be e7  c0 a8 01 64                 sender
                        ff ff ff ff ff ff  c0 a8 01 64                 target
                        """), frame.array());
        assertEquals(Arp.LENGTH, frame.position());
    }

    @Test
    void neighborAdvertisementIsTheFrameThatKeepalivedSends() throws UnknownHostException {
        assertArrayEquals(bytes("""
                        33 33 00 00 00 01  8a d7 68 11 be e7  86 dd          Ethernet: all nodes, sender, IPv6
                        60 00 00 00  00 20  3a  ff                           version 6, 32 bytes, ICMPv6, hop limit 255
                        fe 80 00 00 00 00 00 00 00 00 00 00 00 00 01 00      source
                        ff 02 00 00 00 00 00 00 00 00 00 00 00 00 00 01      destination ff02::1
                        88  00  a5 cd  20 00 00 00                           type 136, code 0, checksum, override
                        fe 80 00 00 00 00 00 00 00 00 00 00 00 00 01 00      target
                        02  01  8a d7 68 11 be e7                            target link-layer address
                        """), advertisement("fe80::100", false));
    }

    @Test
    void aRouterSaysThatItIsOneAndTheChecksumFollows() throws UnknownHostException {
        byte[] host = advertisement("2001:db8::100", false);
        byte[] router = advertisement("2001:db8::100", true);
        assertEquals("8800475d20000000", HexFormat.of().formatHex(host, 54, 62));
        assertEquals("8800c75ca0000000", HexFormat.of().formatHex(router, 54, 62));
    }

    private static byte[] advertisement(String address, boolean router) throws UnknownHostException {
        ByteBuffer frame = ByteBuffer.allocate(UnsolicitedNeighborAdvertisement.LENGTH);
        UnsolicitedNeighborAdvertisement.write(frame, SENDER, (Inet6Address) InetAddress.getByName(address), router);
        return frame.array();
    }

    /** The bytes of a commented dump: on each line hexadecimal pairs, then after four blanks or more a comment. */
    private static byte[] bytes(String dump) {
        StringBuilder hex = new StringBuilder();
        for (String line : dump.lines().toList()) {
            hex.append(line.split(" {4,}", 2)[0].replace(" ", ""));
        }
        return HexFormat.of().parseHex(hex);
    }
}
