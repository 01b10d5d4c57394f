package org.lvsdirector.control.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.DnsProbe;
import org.lvsdirector.check.PingProbe;
import org.lvsdirector.check.UdpProbe;
import org.lvsdirector.plan.Tables;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;

/** {@code DNS_CHECK}, {@code UDP_CHECK} and {@code PING_CHECK} of BIND, an echo service, the kernel and worse servers, in every state. */
@Tag("netns")
class DatagramStatesTest {
    private static final InetAddress SERVER = Tables.address("10.81.1.2");
    private static final InetAddress DEAF = Tables.address("10.81.1.3");
    private static final InetAddress NOBODY = Tables.address("10.81.1.9");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long SOON = TimeUnit.SECONDS.toNanos(1);
    private static final int CLOSED = 1;
    private static final int DROPPED = 81;
    private static final int ANSWER_FLAG = 0x80;
    private static final String GOOD = "up ANSWERED";
    private static final String REFUSED = "down REFUSED Connection refused";
    private static final String SILENT = "down TIMED_OUT no answer in time";
    private static final UnaryOperator<byte[]> ECHO = UnaryOperator.identity();
    private static final UdpProbe.Reply SAME = new UdpProbe.Reply("00ff1x", 3, 3);

    @RegisterExtension
    final Network network = Network.perTest();

    private final Host director = network.host("director");
    private final Host server = network.host("server");
    private final Trials trials = new Trials();

    @Test
    void everyKindInEveryState() {
        Lan lan = network.lan("checks");
        director.plug(lan, "eth0", "10.81.1.1/24");
        server.plug(lan, "eth0", "10.81.1.2/24", "10.81.1.3/24");
        server.exec("iptables", "-A", "INPUT", "-d", "10.81.1.3", "-j", "DROP");
        server.exec("iptables", "-A", "INPUT", "-p", "udp", "--dport", Integer.toString(DROPPED), "-j", "DROP");
        NameServer.start(server);
        DnsProbe signed = dns(SERVER, 53, SOON, DnsProbe.Type.RRSIG, "example.org");
        Await.until("a signed zone", Duration.ofNanos(PATIENCE), () -> ProbeRun.once(director, signed, SOON)
                .equals("ANSWERED"));
        try (FaultyServers faulty = new FaultyServers(server, SERVER)) {
            names(faulty);
            datagrams(faulty);
            echoes();
            trials.run(director);
        }
    }

    private void names(FaultyServers faulty) {
        for (DnsProbe.Type type : DnsProbe.Type.values()) {
            String name = type == DnsProbe.Type.CNAME ? "alias.example.org" : "example.org.";
            dns(type.name(), GOOD, SERVER, 53, PATIENCE, type, name);
        }
        String nobody = "nobody.example.org";
        dns("unknown name", "down WRONG_ANSWER the server answers NXDOMAIN", 53, PATIENCE, nobody);
        dns("not for us", "down WRONG_ANSWER the server answers REFUSED", 53, PATIENCE, "example.com");
        dns("bad zone", "down WRONG_ANSWER the server answers SERVFAIL", 53, PATIENCE, "broken.example");
        dns("refused", REFUSED, CLOSED, PATIENCE, ".");
        dns("silent", SILENT, DROPPED, SOON, ".");
        dns("absent", SILENT, NOBODY, 53, SOON, DnsProbe.Type.A, ".");
        dns("slow", SILENT, faulty.answeringLate(DatagramStatesTest::asAnswer), SOON, ".");
        dns("answer to nothing asked", SILENT, faulty.answering(DatagramStatesTest::toSomebodyElse), SOON, ".");
        dns("question for an answer", SILENT, faulty.answering(ECHO), SOON, ".");
        dns("a header alone", GOOD, faulty.answering(question -> head(asAnswer(question), 12)), PATIENCE, ".");
        dns("less than a header", SILENT, faulty.answering(question -> head(asAnswer(question), 11)), SOON, ".");
        dns("empty", SILENT, faulty.answering(question -> new byte[0]), SOON, ".");
        dns("garbage", SILENT, faulty.answering(DatagramStatesTest::noise), SOON, ".");
    }

    private void datagrams(FaultyServers faulty) {
        int echo = faulty.answering(ECHO);
        udp("good", GOOD, echo, PATIENCE, SAME);
        udp("good, whatever it says", GOOD, echo, PATIENCE, new UdpProbe.Reply("", 0, 255));
        udp("wrong", "down WRONG_ANSWER the answer is another one", echo, PATIENCE, new UdpProbe.Reply("00ff2x", 3, 3));
        udp("too short", "down WRONG_ANSWER the answer has 3 bytes", echo, PATIENCE, new UdpProbe.Reply("00ff", 4, 9));
        udp("garbage", "down WRONG_ANSWER .*", faulty.answering(DatagramStatesTest::noise), PATIENCE, SAME);
        udp("refused", REFUSED, CLOSED, PATIENCE, SAME);
        udp("refused, nothing required", REFUSED, CLOSED, PATIENCE, null);
        udp("silent", SILENT, DROPPED, SOON, SAME);
        udp("silent, nothing required", GOOD, DROPPED, SOON, null);
        udp("slow", SILENT, faulty.answeringLate(ECHO), SOON, SAME);
        udp("slow, nothing required", GOOD, faulty.answeringLate(ECHO), SOON, null);
        trials.expect("UDP_CHECK absent", SILENT, new UdpProbe(to(NOBODY, 9, SOON), "00ff17", SAME));
    }

    private void echoes() {
        trials.expect("PING_CHECK good", GOOD, new PingProbe(to(SERVER, 0, PATIENCE)));
        trials.expect("PING_CHECK silent", SILENT, new PingProbe(to(DEAF, 0, SOON)));
        trials.expect("PING_CHECK absent", SILENT, new PingProbe(to(NOBODY, 0, SOON)));
    }

    private void udp(String state, String outcome, int port, long timeoutNanos, UdpProbe.@Nullable Reply reply) {
        trials.expect("UDP_CHECK " + state, outcome, new UdpProbe(to(SERVER, port, timeoutNanos), "00ff17", reply));
    }

    private void dns(String state, String outcome, int port, long timeoutNanos, String name) {
        dns(state, outcome, SERVER, port, timeoutNanos, DnsProbe.Type.A, name);
    }

    private void dns(
            String state,
            String outcome,
            InetAddress address,
            int port,
            long timeoutNanos,
            DnsProbe.Type type,
            String name) {
        trials.expect("DNS_CHECK " + state, outcome, dns(address, port, timeoutNanos, type, name));
    }

    private static DnsProbe dns(InetAddress address, int port, long timeoutNanos, DnsProbe.Type type, String name) {
        return new DnsProbe(to(address, port, timeoutNanos), type, name);
    }

    private static ConnectOptions to(InetAddress address, int port, long timeoutNanos) {
        return ConnectOptions.to(address, port, timeoutNanos);
    }

    private static byte[] asAnswer(byte[] question) {
        byte[] answer = question.clone();
        answer[2] |= (byte) ANSWER_FLAG;
        return answer;
    }

    private static byte[] toSomebodyElse(byte[] question) {
        byte[] answer = asAnswer(question);
        answer[0]++;
        return answer;
    }

    private static byte[] head(byte[] message, int length) {
        return Arrays.copyOf(message, length);
    }

    private static byte[] noise(byte[] question) {
        byte[] noise = new byte[200];
        new Random(5).nextBytes(noise);
        return noise;
    }
}
