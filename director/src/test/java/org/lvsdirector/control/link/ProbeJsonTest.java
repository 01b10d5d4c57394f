package org.lvsdirector.control.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.check.BfdProbe;
import org.lvsdirector.check.BodyPattern;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.DnsProbe;
import org.lvsdirector.check.FileProbe;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.check.MiscProbe;
import org.lvsdirector.check.PingProbe;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.SmtpProbe;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.TlsSettings;
import org.lvsdirector.check.UdpProbe;

/** A check of every kind reaches the checkers process as it was configured. */
class ProbeJsonTest {
    private static final ConnectOptions CONNECT =
            new ConnectOptions(InetAddress.getLoopbackAddress(), 80, null, 1, "eth0", 0xFFFF_FFFFL, 5);

    static List<Probe> probes() {
        BodyPattern pattern = new BodyPattern("a\\.b\u00e9", Set.of(BodyPattern.Option.UTF), false, 1, Long.MAX_VALUE);
        HttpUrl url = new HttpUrl("/a", "h:80", "h", List.of(new HttpUrl.StatusCodes(200, 204)), "0123", pattern);
        HttpUrl plain = new HttpUrl("/b", "h", null, List.of(HttpUrl.StatusCodes.SUCCESSFUL), null, null);
        return List.of(
                new TcpProbe(CONNECT, TcpProbe.Closing.RESET),
                new SmtpProbe(CONNECT, "a.example.org"),
                new UdpProbe(CONNECT, "00ff", new UdpProbe.Reply("0x", 1, 2)),
                new UdpProbe(CONNECT, null, null),
                new DnsProbe(CONNECT, DnsProbe.Type.AAAA, "."),
                new PingProbe(CONNECT),
                new MiscProbe("/bin/true", 7, 3),
                new MiscProbe("/bin/true", 7, null),
                new FileProbe("f", -3, true),
                new BfdProbe("s"),
                new HttpProbe(
                        CONNECT,
                        new HttpProbe.Encryption(true, TlsSettings.ANYBODY),
                        HttpProbe.Version.HTTP_1_1,
                        List.of(url, plain),
                        true));
    }

    @ParameterizedTest
    @MethodSource("probes")
    void survives(Probe probe) throws JsonProcessingException {
        CheckSpec spec = new CheckSpec(new CheckId("s", "r", 1), probe, new CheckTiming(1, 2, 3, 4), true, false);
        String json = Json.mapper().writeValueAsString(spec);
        assertEquals(spec, Json.mapper().readValue(json, CheckSpec.class));
    }

    @Test
    void noKindIsForgottenHere() {
        Set<Class<?>> kinds = probes().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(leaves(Probe.class).collect(Collectors.toSet()), kinds);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ProbeJsonTest::leaves)
                : Stream.of(type);
    }
}
