package org.lvsdirector.control.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.DnsProbe;
import org.lvsdirector.check.PingProbe;
import org.lvsdirector.check.SmtpProbe;
import org.lvsdirector.check.UdpProbe;
import org.lvsdirector.plan.Tables;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Dnsmasq;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** Checks of another machine: its kernel's answers, a name server (dnsmasq) and a mail server (Postfix's own for tests). */
@Tag("netns")
class RealServersTest {
    private static final InetAddress SERVER = Tables.address("10.79.1.2");
    private static final InetAddress SERVER6 = Tables.address("2001:db8:79::2");
    private static final InetAddress NOBODY = Tables.address("10.79.1.9");
    private static final Duration PATIENCE = Duration.ofNanos(ProbeRun.PATIENCE_NANOS);
    private static final long SOON = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int MARK = 7;

    @RegisterExtension
    final Network network = Network.perTest();

    private final Host director = network.host("director");
    private final Host server = network.host("server");

    @BeforeEach
    void wire() {
        Lan lan = network.lan("checks");
        director.plug(lan, "eth0", "10.79.1.1/24", "2001:db8:79::1/64");
        server.plug(lan, "eth0", "10.79.1.2/24", "2001:db8:79::2/64");
    }

    @Test
    void echoes() {
        assertEquals("ANSWERED", ping(SERVER, 0));
        assertEquals("ANSWERED", ping(SERVER, MARK));
        assertEquals("ANSWERED", ping(SERVER6, 0));
        assertEquals("ANSWERED", ping(InetAddress.getLoopbackAddress(), 0), "hears its own request too");
        server.exec("sysctl", "-q", "-w", "net.ipv4.icmp_echo_ignore_all=1");
        assertEquals("TIMED_OUT", ProbeRun.once(director, new PingProbe(to(SERVER, 0, 0)), SOON));
        assertEquals("TIMED_OUT", ProbeRun.once(director, new PingProbe(to(NOBODY, 0, 0)), SOON));
    }

    private String ping(InetAddress address, long mark) {
        return ProbeRun.once(director, new PingProbe(to(address, 0, mark)));
    }

    @Test
    void datagramsThatAreRefused() {
        assertEquals("REFUSED Connection refused", ProbeRun.once(director, new UdpProbe(to(SERVER, 9, 0), null, null)));
        assertEquals(
                "REFUSED Connection refused", ProbeRun.once(director, new UdpProbe(to(SERVER, 9, MARK), null, null)));
        assertEquals(
                "REFUSED Connection refused", ProbeRun.once(director, new UdpProbe(to(SERVER6, 9, 0), null, null)));
    }

    @Test
    void aNameServer() {
        try (Running dnsmasq = Dnsmasq.start(server, "10.79.1.80")) {
            // A question of our own, as any resolver writes it, and any answer.
            UdpProbe plain = new UdpProbe(
                    to(SERVER, 53, 0),
                    "123401000001000000000000" + "03777777" + "076578616d706c65" + "036f7267" + "0000010001",
                    new UdpProbe.Reply("12348xx0", 12, 512));
            Await.until("dnsmasq: " + dnsmasq, PATIENCE, () -> ProbeRun.once(director, plain, SOON)
                    .equals("ANSWERED"));
            assertEquals("ANSWERED", dns(SERVER, 0, DnsProbe.Type.A, "www.example.org"));
            assertEquals("ANSWERED", dns(SERVER, MARK, DnsProbe.Type.SOA, "example.org."));
            assertEquals("ANSWERED", dns(SERVER6, 0, DnsProbe.Type.AAAA, "www.example.org"));
            assertEquals(
                    "WRONG_ANSWER the server answers NXDOMAIN", dns(SERVER, 0, DnsProbe.Type.A, "nobody.example.org"));
            assertEquals("WRONG_ANSWER the server answers REFUSED", dns(SERVER, 0, DnsProbe.Type.SOA, "."));
        }
        assertEquals("REFUSED Connection refused", dns(SERVER, 0, DnsProbe.Type.A, "www.example.org"));
    }

    private String dns(InetAddress address, long mark, DnsProbe.Type type, String name) {
        return ProbeRun.once(director, new DnsProbe(to(address, 53, mark), type, name));
    }

    @Test
    void aMailServer() {
        try (Running sink = server.start("smtp-sink", "-u", "nobody", "-h", "mail.example.org", "10.79.1.2:25", "10")) {
            Await.until("smtp-sink: " + sink, PATIENCE, () -> smtp(25, 0).equals("ANSWERED"));
            assertEquals("ANSWERED", smtp(25, MARK));
        }
        try (Running sink = server.start("smtp-sink", "-u", "nobody", "-f", "helo", "10.79.1.2:26", "10")) {
            Await.until("smtp-sink: " + sink, PATIENCE, () -> !smtp(26, 0).startsWith("REFUSED"));
            String refused = smtp(26, 0);
            assertTrue(refused.startsWith("WRONG_ANSWER the answer to HELO is: 5"), refused);
        }
        assertEquals("REFUSED Connection refused", smtp(25, 0));
    }

    private String smtp(int port, long mark) {
        return ProbeRun.once(director, new SmtpProbe(to(SERVER, port, mark), "director.example.org"));
    }

    private static ConnectOptions to(InetAddress address, int port, long mark) {
        @Nullable InetAddress anySource = null;
        return new ConnectOptions(address, port, anySource, 0, null, mark, ProbeRun.PATIENCE_NANOS);
    }
}
