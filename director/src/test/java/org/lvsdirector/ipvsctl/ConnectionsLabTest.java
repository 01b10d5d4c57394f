package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.linux.LinuxSocket;
import org.lvsdirector.linux.SocketAddresses;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.NetworkThread;

/** {@code -L -c} beside ipvsadm's, with live connections of every kind: TCP and SCTP states, UDP, templates, engines, IPv6, marks. */
@Tag("lab")
class ConnectionsLabTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int IPPROTO_SCTP = 132;

    private static final Network NETWORK = Network.perClass();
    private static final Lan LAN = NETWORK.lan("lan");
    private static final Host CLIENT = NETWORK.host("client");
    private static final Host DIRECTOR = NETWORK.host("director");
    private static final BothPrograms BOTH = new BothPrograms(DIRECTOR);
    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    @BeforeAll
    static void connect() throws IOException {
        CLIENT.plug(LAN, "eth0", "10.9.0.1/24", "fd09::1/64");
        DIRECTOR.plug(LAN, "eth0", "10.9.0.2/24", "fd09::2/64");
        DIRECTOR.addAddress("eth0", "10.9.0.100/32").addAddress("eth0", "fd09::100/128");
        DIRECTOR.exec(
                "iptables-legacy",
                "-t",
                "mangle",
                "-A",
                "PREROUTING",
                "-p",
                "tcp",
                "--dport",
                "7000",
                "-j",
                "MARK",
                "--set-mark",
                "7");
        // The director is its own real server; 10.9.0.77 and 78 are nobody, so that their connections stay half open.
        BOTH.ours(Personality.IPVSCTL).runAll("""
                        -A -t 10.9.0.100:80 -s rr
                        -a -t 10.9.0.100:80 -r 10.9.0.2 -g
                        -A -t 10.9.0.100:81 -s rr
                        -a -t 10.9.0.100:81 -r 10.9.0.77 -g
                        -A -t [fd09::100]:80 -s rr
                        -a -t [fd09::100]:80 -r fd09::2 -g
                        -A -u 10.9.0.100:53 -s rr
                        -a -u 10.9.0.100:53 -r 10.9.0.2 -g
                        -A --sctp-service 10.9.0.100:2905 -s rr
                        -a --sctp-service 10.9.0.100:2905 -r 10.9.0.78 -g
                        -A -t 10.9.0.100:443 -s rr -p 600
                        -a -t 10.9.0.100:443 -r 10.9.0.2 -g
                        -A -u 10.9.0.100:5060 -s rr -p 600 --pe sip
                        -a -u 10.9.0.100:5060 -r 10.9.0.2 -g
                        -A -f 7 -s rr -p 600
                        -a -f 7 -r 10.9.0.2:7000 -m
                        -A -f 8 -6 -s rr -p 600
                        -a -f 8 -6 -r fd09::2 -g""");
        for (int port : new int[] {80, 443, 7000}) {
            OPEN.add(NetworkThread.call(DIRECTOR, () -> new ServerSocket(port)));
        }
        OPEN.add(tcp("10.9.0.100", 80));
        tcp("10.9.0.100", 80).close();
        OPEN.add(halfOpen("10.9.0.100", 81));
        OPEN.add(tcp("fd09::100", 80));
        OPEN.add(tcp("10.9.0.100", 443));
        OPEN.add(tcp("10.9.0.100", 7000));
        udp(53, "anything");
        sctpInit(2905);
        udp(5060, "INVITE sip:a@b SIP/2.0\r\nCall-ID: call-4711@10.9.0.1\r\n\r\n");
    }

    private static Socket tcp(String address, int port) {
        return NetworkThread.call(CLIENT, () -> new Socket(address, port));
    }

    private static SocketChannel halfOpen(String address, int port) {
        return NetworkThread.call(CLIENT, () -> {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.connect(new InetSocketAddress(address, port));
            return channel;
        });
    }

    private static void udp(int port, String text) {
        NetworkThread.call(CLIENT, () -> {
            try (DatagramSocket socket = new DatagramSocket()) {
                byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
                socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName("10.9.0.100"), port));
            }
            return port;
        });
    }

    /** The first packet of an SCTP association (RFC 9260, section 3.3.2); IPVS looks at no more of it than ports and chunk type. */
    private static void sctpInit(int port) {
        ByteBuffer packet = ByteBuffer.allocateDirect(12 + 20);
        packet.putShort((short) 40_000); // source port
        packet.putShort((short) port); // destination port
        packet.putInt(0); // verification tag: 0 in a packet with INIT
        packet.putInt(0); // checksum
        packet.put((byte) 1).put((byte) 0).putShort((short) 20); // chunk type INIT, flags, length
        packet.putInt(4711); // initiate tag
        packet.putInt(65_536); // advertised receiver window credit
        packet.putShort((short) 1).putShort((short) 1); // streams out and in
        packet.putInt(1); // initial transmission sequence number
        packet.flip();
        NetworkThread.call(CLIENT, () -> {
            try (LinuxSocket socket =
                    LinuxSocket.open(SocketConstants.AF_INET, SocketConstants.SOCK_RAW, IPPROTO_SCTP)) {
                return socket.sendTo(packet, SocketAddresses.inet(InetAddress.getByName("10.9.0.100"), 0));
            }
        });
    }

    @AfterAll
    static void disconnect() throws Exception {
        for (AutoCloseable each : OPEN) {
            each.close();
        }
        NETWORK.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-L -c -n", "-Lcn --persistent-conn", "-L -n -c -X --nosort", "-L -c", "-Lc --persistent-conn"})
    void bothListThemAlike(String line) {
        BOTH.awaitAlike(line);
    }

    @Test
    void thereIsOneOfEveryKind() {
        Set<String> expected = Set.of(
                "TCP ESTABLISHED",
                "TCP SYN_RECV",
                "TCP CLOSE_WAIT",
                "TCP ASSURED",
                "UDP UDP",
                "UDP NONE",
                "SCTP INIT1",
                "IP ASSURED");
        Await.until("one of every kind among\n" + connections("-L -c -n"), LIMIT, () -> kinds().containsAll(expected));
        String withEngines = connections("-L -c -n --persistent-conn");
        assertTrue(withEngines.contains("call-4711@10.9.0.1"), withEngines);
        assertTrue(withEngines.contains("[fd09::100]:80"), withEngines);
    }

    private static Set<String> kinds() {
        return connections("-L -c -n")
                .lines()
                .skip(2)
                .map(line -> line.split(" +", -1))
                .map(words -> words[0] + " " + words[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void filtersFindTheirs() {
        List<String> web =
                connections("-L -c -n -t 10.9.0.100:80").lines().skip(2).toList();
        assertTrue(!web.isEmpty() && web.stream().allMatch(line -> line.contains(" 10.9.0.100:80 ")), web::toString);
        assertEquals(1, connections("-L -c -n -r 10.9.0.77").lines().skip(2).count());
        assertEquals(1, connections("-L -c -n --protocol fwm").lines().skip(2).count());
        assertEquals(1, connections("-L -c -n --state SYN_RECV").lines().skip(2).count());
    }

    private static String connections(String line) {
        return BOTH.ours(Personality.IPVSCTL).run(line).orFail().output();
    }
}
