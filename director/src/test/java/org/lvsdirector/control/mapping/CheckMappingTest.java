package org.lvsdirector.control.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.DnsProbe;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.check.MiscProbe;
import org.lvsdirector.check.Patience;
import org.lvsdirector.check.PingProbe;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.SmtpProbe;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.TlsSettings;
import org.lvsdirector.check.UdpProbe;
import org.lvsdirector.config.CheckOptions;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.Forwarding;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.ScriptCommand;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.plan.Tables;

class CheckMappingTest {
    private static final SourcePlace PLACE = new SourcePlace("x.conf", 1, 1);
    private static final CheckId ID = new CheckId("vs", "rs", 0);
    private static final CheckOptions OPTIONS = new CheckOptions(
            Tables.address("10.0.0.2"),
            80,
            Tables.address("10.0.0.1"),
            1024,
            "eth0",
            7,
            Duration.ofSeconds(5),
            2,
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            Duration.ofSeconds(6),
            false,
            true,
            Patience.NONE);
    private static final ConnectOptions CONNECT = new ConnectOptions(
            Tables.address("10.0.0.2"), 80, Tables.address("10.0.0.1"), 1024, "eth0", 7, 5_000_000_000L);

    @Test
    void whatAllKindsShare() {
        CheckSpec spec = CheckMapping.check(ID, new CheckerConfig.Tcp(OPTIONS, false, PLACE), server(true, 1), null);
        assertEquals(ID, spec.id());
        assertEquals(new CheckTiming(6_000_000_000L, 2, 3_000_000_000L, 4_000_000_000L), spec.timing());
        assertEquals(true, spec.alpha(), "the real server's");
        assertEquals(true, spec.logAllFailures());
        assertEquals(new TcpProbe(CONNECT, TcpProbe.Closing.RESET), spec.probe());
    }

    @Test
    void theOtherKinds() {
        assertEquals(new SmtpProbe(CONNECT, "a"), probe(new CheckerConfig.Smtp(OPTIONS, "a", PLACE)));
        UdpProbe.Reply reply = new UdpProbe.Reply("00", 1, 2);
        assertEquals(new UdpProbe(CONNECT, "11", reply), probe(new CheckerConfig.Udp(OPTIONS, "11", reply, PLACE)));
        assertEquals(
                new DnsProbe(CONNECT, DnsProbe.Type.MX, "b"),
                probe(new CheckerConfig.Dns(OPTIONS, DnsProbe.Type.MX, "b", PLACE)));
        assertEquals(new PingProbe(CONNECT), probe(new CheckerConfig.Ping(OPTIONS, PLACE)));
    }

    private static Probe probe(CheckerConfig checker) {
        return CheckMapping.check(ID, checker, server(false, 5), null).probe();
    }

    @Test
    void commands() {
        ScriptCommand command = new ScriptCommand(List.of("/bin/check", "x"), null, PLACE);
        Duration timeout = Duration.ofSeconds(4);
        assertEquals(
                new MiscProbe("/bin/check", 4_000_000_000L, null),
                probe(new CheckerConfig.Misc(OPTIONS, command, timeout, false, PLACE)));
        assertEquals(
                new MiscProbe("/bin/check", 4_000_000_000L, 5),
                probe(new CheckerConfig.Misc(OPTIONS, command, timeout, true, PLACE)),
                "the real server's weight");
    }

    private static RealServerConfig server(boolean alpha, int weight) {
        Forwarding forwarding = new Forwarding(ForwardingMethod.MASQUERADE, Tunnel.IPIP);
        return new RealServerConfig(
                Tables.address("10.0.0.2"),
                80,
                weight,
                forwarding,
                0,
                0,
                false,
                null,
                null,
                false,
                alpha,
                List.of(),
                PLACE);
    }

    @Test
    void webServers() {
        List<HttpUrl> urls = List.of(new HttpUrl("/", "h", null, List.of(HttpUrl.StatusCodes.SUCCESSFUL), null, null));
        assertEquals(
                new HttpProbe(
                        CONNECT,
                        new HttpProbe.Encryption(false, TlsSettings.ANYBODY),
                        HttpProbe.Version.HTTP_1_1,
                        urls,
                        true),
                CheckMapping.check(
                                ID,
                                new CheckerConfig.Http(
                                        OPTIONS,
                                        new HttpProbe.Encryption(false, TlsSettings.ANYBODY),
                                        HttpProbe.Version.HTTP_1_1,
                                        urls,
                                        true,
                                        false,
                                        PLACE),
                                server(false, 1),
                                null)
                        .probe());
    }
}
