package org.lvsdirector.check.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.Specs;
import org.lvsdirector.check.UdpProbe;
import org.lvsdirector.check.datagram.Datagrams;
import org.lvsdirector.check.schedule.Prober;
import org.lvsdirector.check.stream.Turn;
import org.lvsdirector.check.tcp.NioSockets;

class UdpProberTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final UdpProbe.Reply ANY = new UdpProbe.Reply("", 0, 255);

    private final NioSockets sockets = NioSockets.open();
    private final UdpProber prober = new UdpProber(new Datagrams(sockets::openUdp), new Random(1));
    private @Nullable String outcome;

    @AfterEach
    void close() {
        sockets.close();
    }

    @Test
    void aServerThatAnswers() throws IOException {
        try (DatagramSocket server = server()) {
            Prober.Try attempt = start(server.getLocalPort(), "c0ffee", new UdpProbe.Reply("xfee", 2, 2));
            DatagramPacket question = receive(server);
            assertEquals("c0ffee", HexFormat.of().formatHex(Arrays.copyOf(question.getData(), question.getLength())));
            assertNull(outcome);
            answer(server, question, "cfee");
            assertEquals("ANSWERED", await());
            attempt.cancel();
        }
    }

    @Test
    void somethingRandomIsSentWhereNobodySaysWhat() throws IOException {
        try (DatagramSocket server = server()) {
            start(server.getLocalPort(), null, ANY);
            byte[] first = receive(server).getData();
            start(server.getLocalPort(), null, ANY);
            assertEquals(false, Arrays.equals(first, receive(server).getData()));
        }
    }

    @Test
    void nobodyListening() throws IOException {
        DatagramSocket server = server();
        int port = server.getLocalPort();
        server.close();
        start(port, null, null);
        assertEquals("REFUSED Connection refused", await());
    }

    @Test
    void anAnswerFromElsewhereIsNotHeard() throws IOException {
        try (DatagramSocket server = server();
                DatagramSocket other = server()) {
            start(server.getLocalPort(), "00", ANY);
            answer(other, receive(server), "00");
            sockets.await(TimeUnit.MILLISECONDS.toNanos(20));
            assertNull(outcome);
        }
    }

    @Test
    void silenceIsGoodUnlessAnAnswerIsRequired() {
        ConnectOptions connect = ConnectOptions.to(LOOPBACK, 1, 1);
        assertEquals(Cause.ANSWERED, new UdpProbe(connect, null, null).silence());
        assertEquals(Cause.TIMED_OUT, new UdpProbe(connect, null, ANY).silence());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, 255, 00, ''",
        "0a0b, 0, 255, 0a0b, ''",
        "0a0b, 0, 255, 0a, ''",
        "0a0b, 0, 255, 0a0b0c, ''",
        "0a0b, 0, 255, 0a0c, the answer is another one",
        "xax0, 0, 255, fa10, ''",
        "xax0, 0, 255, fb10, the answer is another one",
        "'', 2, 3, 00, the answer has 1 bytes",
        "'', 2, 3, 00000000, the answer has 4 bytes",
        "'', 2, 3, 000000, ''",
    })
    void answers(String nibbles, int least, int most, String answer, String detail) {
        UdpProbe probe =
                new UdpProbe(ConnectOptions.to(LOOPBACK, 1, 1), null, new UdpProbe.Reply(nibbles, least, most));
        Turn turn = new UdpQuestion(probe, new Random(1))
                .answered(ByteBuffer.wrap(HexFormat.of().parseHex(answer)));
        assertEquals(detail, turn.detail());
        assertEquals(detail.isEmpty() ? Cause.ANSWERED : Cause.WRONG_ANSWER, turn.verdict());
    }

    private Prober.Try start(int port, @Nullable String payload, UdpProbe.@Nullable Reply reply) {
        UdpProbe probe = new UdpProbe(ConnectOptions.to(LOOPBACK, port, Specs.seconds(5)), payload, reply);
        return prober.start(Specs.of(probe), 0, (cause, detail) -> outcome = (cause + " " + detail).strip());
    }

    private String await() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (outcome == null && System.nanoTime() - end < 0) {
            sockets.await(end - System.nanoTime());
        }
        return String.valueOf(outcome);
    }

    private static DatagramSocket server() throws IOException {
        DatagramSocket server = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
        server.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
        return server;
    }

    private static DatagramPacket receive(DatagramSocket server) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        server.receive(packet);
        return packet;
    }

    private static void answer(DatagramSocket server, DatagramPacket question, String hex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        server.send(new DatagramPacket(bytes, bytes.length, question.getSocketAddress()));
    }
}
